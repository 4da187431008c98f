#include "bytes.h"

#include <string.h>

// In C because vectors of bytes become bits by one instruction here, which is none of Swift's, and because one function can be
// compiled for several instruction sets and chosen as the program starts; all give the same.
#if defined(__x86_64__) && defined(__GLIBC__)
#define CLONES __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define CLONES
#endif

enum { BLOCK = 64 };

typedef uint8_t block __attribute__((ext_vector_type(BLOCK)));
typedef bool bits __attribute__((ext_vector_type(BLOCK)));

#define FIRST(count) (UINT64_MAX >> (64 - 8 * (count)))

/// The bytes of the first eight that belong to a word, by its length.
static const uint64_t masks[BLOCK] = {
    0, FIRST(1), FIRST(2), FIRST(3), FIRST(4), FIRST(5), FIRST(6), FIRST(7), [8 ... BLOCK - 1] = UINT64_MAX,
};

static bool is_in_run(uint8_t byte) {
    return (uint8_t)((byte | 0x20) - 'a') < 26 || (uint8_t)(byte - '0') < 10 || byte == '\'' || byte >= 0x80;
}

CLONES etude_search etude_find_runs(const uint8_t *text, size_t start, size_t end, size_t readable, const uint64_t *words,
                                    unsigned shift, etude_run *runs, size_t room) {
    size_t base = start, passed = 0, found = 0;
    while (base < end && readable - base >= ETUDE_RUN_MARGIN && room - found >= ETUDE_BLOCK_RUNS) {
        block bytes;
        memcpy(&bytes, text + base, sizeof bytes);
        bits letters = __builtin_convertvector((bytes | 0x20) - 'a' < 26, bits);
        bits digits = __builtin_convertvector(bytes - '0' < 10, bits);
        bits others = __builtin_convertvector((bytes == '\'') | (bytes >= 0x80), bits);
        bits all = letters | digits | others;
        // Bit n is byte n.
        uint64_t inside, special;
        memcpy(&inside, &all, sizeof inside);
        memcpy(&special, &others, sizeof special);
        size_t size = BLOCK;
        if (end - base < BLOCK) {
            size = end - base;
            inside &= (UINT64_C(1) << size) - 1;
        } else if (inside == UINT64_MAX) {
            size_t next = base + BLOCK;
            while (next < end && is_in_run(text[next])) next++;
            runs[found++] = (etude_run){base, next, passed++, true};
            base = next;
            continue;
        } else if (inside >> 63) {
            // The last run may go on: the next block begins with it.
            size = BLOCK - (size_t)__builtin_clzll(~inside);
            inside &= (UINT64_C(1) << size) - 1;
        }
        for (uint64_t starts = inside & ~(inside << 1); starts != 0; starts &= starts - 1, passed++) {
            size_t offset = (size_t)__builtin_ctzll(starts);
            size_t length = (size_t)__builtin_ctzll(~(inside >> offset));
            uint64_t key;
            memcpy(&key, text + base + offset, sizeof key);
            uint64_t bit = etude_word_hash((key | 0x2020202020202020) & masks[length]) >> shift;
            uint64_t odd = special >> offset & ((UINT64_C(1) << length) - 1);
            if ((words[bit / 64] >> bit % 64 & 1) | odd) {
                runs[found++] = (etude_run){base + offset, base + offset + length, passed, odd != 0};
            }
        }
        base += size;
    }
    return (etude_search){base < end ? base : end, passed, found};
}

CLONES size_t etude_plain_prefix(const uint8_t *text, size_t count) {
    size_t done = 0;
    while (count - done >= BLOCK) {
        block bytes;
        memcpy(&bytes, text + done, sizeof bytes);
        bits special = __builtin_convertvector((bytes < 0x20) | (bytes == '"') | (bytes == '\\'), bits);
        uint64_t found;
        memcpy(&found, &special, sizeof found);
        if (found != 0) return done + (size_t)__builtin_ctzll(found);
        done += BLOCK;
    }
    return done;
}

static bool continues(uint8_t byte) { return byte >> 6 == 2; }

/// How many bytes a scalar beyond ASCII has at the start of a text; 0 for none.
static size_t wide_scalar(const uint8_t *text, size_t count) {
    uint8_t first = text[0];
    if (first < 0xC2 || first > 0xF4 || count < 2 || !continues(text[1])) return 0;
    if (first < 0xE0) return 2;
    if (count < 3 || !continues(text[2])) return 0;
    // Neither longer than it must be, nor half of a surrogate pair, nor beyond U+10FFFF.
    if (first < 0xF0) return (first == 0xE0 && text[1] < 0xA0) || (first == 0xED && text[1] > 0x9F) ? 0 : 3;
    if (count < 4 || !continues(text[3])) return 0;
    return (first == 0xF0 && text[1] < 0x90) || (first == 0xF4 && text[1] > 0x8F) ? 0 : 4;
}

CLONES bool etude_is_utf8(const uint8_t *text, size_t count) {
    size_t done = 0;
    while (done < count) {
        if (count - done >= BLOCK) {
            block bytes;
            memcpy(&bytes, text + done, sizeof bytes);
            bits wide = __builtin_convertvector(bytes >= 0x80, bits);
            uint64_t found;
            memcpy(&found, &wide, sizeof found);
            done += found != 0 ? (size_t)__builtin_ctzll(found) : BLOCK;
            if (found == 0) continue;
        }
        while (done < count && text[done] >= 0x80) {
            size_t length = wide_scalar(text + done, count - done);
            if (length == 0) return false;
            done += length;
        }
        if (count - done < BLOCK) {
            while (done < count && text[done] < 0x80) done++;
        }
    }
    return true;
}
