// Written by Scripts/shipped.sh; run it instead of editing this file.
#include "shipped.h"

static const unsigned char file_0[] = {
#embed "../../Pipelines/catalog/skills/common-sense.yaml" suffix(,)
    0};

static const unsigned char file_1[] = {
#embed "../../Pipelines/catalog/skills/literary-a.yaml" suffix(,)
    0};

static const unsigned char file_2[] = {
#embed "../../Pipelines/catalog/skills/literary-b.yaml" suffix(,)
    0};

static const unsigned char file_3[] = {
#embed "../../Pipelines/catalog/skills/logic.yaml" suffix(,)
    0};

static const unsigned char file_4[] = {
#embed "../../Pipelines/catalog/skills/physical-knowledge.yaml" suffix(,)
    0};

static const unsigned char file_5[] = {
#embed "../../Pipelines/catalog/skills/pragmatics.yaml" suffix(,)
    0};

static const unsigned char file_6[] = {
#embed "../../Pipelines/catalog/skills/reasoning.yaml" suffix(,)
    0};

static const unsigned char file_7[] = {
#embed "../../Pipelines/catalog/skills/rhetorical-a.yaml" suffix(,)
    0};

static const unsigned char file_8[] = {
#embed "../../Pipelines/catalog/skills/rhetorical-b.yaml" suffix(,)
    0};

static const unsigned char file_9[] = {
#embed "../../Pipelines/catalog/skills/theory-of-mind.yaml" suffix(,)
    0};

static const unsigned char file_10[] = {
#embed "../../Pipelines/catalog/topics.yaml" suffix(,)
    0};

static const unsigned char file_11[] = {
#embed "../../Templates/extract/dataset/en/groups.mustache" suffix(,)
    0};

static const unsigned char file_12[] = {
#embed "../../Templates/extract/dataset/en/rows.mustache" suffix(,)
    0};

static const unsigned char file_13[] = {
#embed "../../Templates/extract/instructions/en/query-types.mustache" suffix(,)
    0};

static const unsigned char file_14[] = {
#embed "../../Templates/extract/instructions/en/skills.mustache" suffix(,)
    0};

static const unsigned char file_15[] = {
#embed "../../Templates/extract/instructions/en/topics.mustache" suffix(,)
    0};

static const unsigned char file_16[] = {
#embed "../../Templates/extract/subject/en/descriptions.mustache" suffix(,)
    0};

static const unsigned char file_17[] = {
#embed "../../Templates/extract/subject/en/skills.mustache" suffix(,)
    0};

static const unsigned char file_18[] = {
#embed "../../Templates/pipeline.yaml" suffix(,)
    0};

static const unsigned char file_19[] = {
#embed "../../Templates/rubrics/exposure/en/confirm.mustache" suffix(,)
    0};

static const unsigned char file_20[] = {
#embed "../../Templates/rubrics/exposure/en/list.mustache" suffix(,)
    0};

static const unsigned char file_21[] = {
#embed "../../Templates/rubrics/exposure/ko/confirm.mustache" suffix(,)
    0};

static const unsigned char file_22[] = {
#embed "../../Templates/rubrics/exposure/ko/list.mustache" suffix(,)
    0};

static const unsigned char file_23[] = {
#embed "../../Templates/rubrics/skill-mix/en/rubric.yaml" suffix(,)
    0};

static const unsigned char file_24[] = {
#embed "../../Templates/rubrics/skill-mix/en/schema.mustache" suffix(,)
    0};

static const unsigned char file_25[] = {
#embed "../../Templates/rubrics/skill-mix/en/table.mustache" suffix(,)
    0};

static const unsigned char file_26[] = {
#embed "../../Templates/rubrics/skill-mix/ko/rubric.yaml" suffix(,)
    0};

static const unsigned char file_27[] = {
#embed "../../Templates/rubrics/skill-mix/ko/schema.mustache" suffix(,)
    0};

static const unsigned char file_28[] = {
#embed "../../Templates/rubrics/skill-mix/ko/table.mustache" suffix(,)
    0};

static const unsigned char file_29[] = {
#embed "../../Templates/skill-mix/en/completion.mustache" suffix(,)
    0};

static const unsigned char file_30[] = {
#embed "../../Templates/skill-mix/en/genre.mustache" suffix(,)
    0};

static const unsigned char file_31[] = {
#embed "../../Templates/skill-mix/en/request.mustache" suffix(,)
    0};

static const unsigned char file_32[] = {
#embed "../../Templates/skill-mix/en/requests/brief.mustache" suffix(,)
    0};

static const unsigned char file_33[] = {
#embed "../../Templates/skill-mix/en/requests/paper.mustache" suffix(,)
    0};

static const unsigned char file_34[] = {
#embed "../../Templates/skill-mix/en/revise.mustache" suffix(,)
    0};

static const unsigned char file_35[] = {
#embed "../../Templates/skill-mix/ko/completion.mustache" suffix(,)
    0};

static const unsigned char file_36[] = {
#embed "../../Templates/skill-mix/ko/genre.mustache" suffix(,)
    0};

static const unsigned char file_37[] = {
#embed "../../Templates/skill-mix/ko/request.mustache" suffix(,)
    0};

static const unsigned char file_38[] = {
#embed "../../Templates/skill-mix/ko/requests/brief.mustache" suffix(,)
    0};

static const unsigned char file_39[] = {
#embed "../../Templates/skill-mix/ko/requests/paper.mustache" suffix(,)
    0};

static const unsigned char file_40[] = {
#embed "../../Templates/skill-mix/ko/revise.mustache" suffix(,)
    0};

// Each file ends in a zero that is not counted, so that an empty one has an array too.
static const etude_shipped_file files[] = {
    {"Pipelines/catalog/skills/common-sense.yaml", file_0, sizeof file_0 - 1},
    {"Pipelines/catalog/skills/literary-a.yaml", file_1, sizeof file_1 - 1},
    {"Pipelines/catalog/skills/literary-b.yaml", file_2, sizeof file_2 - 1},
    {"Pipelines/catalog/skills/logic.yaml", file_3, sizeof file_3 - 1},
    {"Pipelines/catalog/skills/physical-knowledge.yaml", file_4, sizeof file_4 - 1},
    {"Pipelines/catalog/skills/pragmatics.yaml", file_5, sizeof file_5 - 1},
    {"Pipelines/catalog/skills/reasoning.yaml", file_6, sizeof file_6 - 1},
    {"Pipelines/catalog/skills/rhetorical-a.yaml", file_7, sizeof file_7 - 1},
    {"Pipelines/catalog/skills/rhetorical-b.yaml", file_8, sizeof file_8 - 1},
    {"Pipelines/catalog/skills/theory-of-mind.yaml", file_9, sizeof file_9 - 1},
    {"Pipelines/catalog/topics.yaml", file_10, sizeof file_10 - 1},
    {"Templates/extract/dataset/en/groups.mustache", file_11, sizeof file_11 - 1},
    {"Templates/extract/dataset/en/rows.mustache", file_12, sizeof file_12 - 1},
    {"Templates/extract/instructions/en/query-types.mustache", file_13, sizeof file_13 - 1},
    {"Templates/extract/instructions/en/skills.mustache", file_14, sizeof file_14 - 1},
    {"Templates/extract/instructions/en/topics.mustache", file_15, sizeof file_15 - 1},
    {"Templates/extract/subject/en/descriptions.mustache", file_16, sizeof file_16 - 1},
    {"Templates/extract/subject/en/skills.mustache", file_17, sizeof file_17 - 1},
    {"Templates/pipeline.yaml", file_18, sizeof file_18 - 1},
    {"Templates/rubrics/exposure/en/confirm.mustache", file_19, sizeof file_19 - 1},
    {"Templates/rubrics/exposure/en/list.mustache", file_20, sizeof file_20 - 1},
    {"Templates/rubrics/exposure/ko/confirm.mustache", file_21, sizeof file_21 - 1},
    {"Templates/rubrics/exposure/ko/list.mustache", file_22, sizeof file_22 - 1},
    {"Templates/rubrics/skill-mix/en/rubric.yaml", file_23, sizeof file_23 - 1},
    {"Templates/rubrics/skill-mix/en/schema.mustache", file_24, sizeof file_24 - 1},
    {"Templates/rubrics/skill-mix/en/table.mustache", file_25, sizeof file_25 - 1},
    {"Templates/rubrics/skill-mix/ko/rubric.yaml", file_26, sizeof file_26 - 1},
    {"Templates/rubrics/skill-mix/ko/schema.mustache", file_27, sizeof file_27 - 1},
    {"Templates/rubrics/skill-mix/ko/table.mustache", file_28, sizeof file_28 - 1},
    {"Templates/skill-mix/en/completion.mustache", file_29, sizeof file_29 - 1},
    {"Templates/skill-mix/en/genre.mustache", file_30, sizeof file_30 - 1},
    {"Templates/skill-mix/en/request.mustache", file_31, sizeof file_31 - 1},
    {"Templates/skill-mix/en/requests/brief.mustache", file_32, sizeof file_32 - 1},
    {"Templates/skill-mix/en/requests/paper.mustache", file_33, sizeof file_33 - 1},
    {"Templates/skill-mix/en/revise.mustache", file_34, sizeof file_34 - 1},
    {"Templates/skill-mix/ko/completion.mustache", file_35, sizeof file_35 - 1},
    {"Templates/skill-mix/ko/genre.mustache", file_36, sizeof file_36 - 1},
    {"Templates/skill-mix/ko/request.mustache", file_37, sizeof file_37 - 1},
    {"Templates/skill-mix/ko/requests/brief.mustache", file_38, sizeof file_38 - 1},
    {"Templates/skill-mix/ko/requests/paper.mustache", file_39, sizeof file_39 - 1},
    {"Templates/skill-mix/ko/revise.mustache", file_40, sizeof file_40 - 1},
    {0, 0, 0},
};

size_t etude_shipped_count(void) { return sizeof files / sizeof files[0] - 1; }

etude_shipped_file etude_shipped_file_at(size_t index) { return files[index]; }
