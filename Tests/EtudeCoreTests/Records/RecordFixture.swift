import EtudeCore

/// A row in which every value differs from every other, with its text.
enum RecordFixture {
    static let marks = [
        Mark(.skill("metaphor"), .pass, votes: Mark.Votes(pass: 3)),
        Mark(.topic, .fail, votes: Mark.Votes(pass: 1, fail: 2)),
        Mark(.sense, .unknown, votes: Mark.Votes(unknown: 4)),
        Mark(.sentenceLimit, .pass, votes: Mark.Votes(pass: 5, fail: 6, unknown: 7)),
    ]

    static let row = Row(
        id: "00112233445566aa",
        release: 2,
        split: "train",
        k: 1,
        skills: ["metaphor"],
        skillNames: ["metaphor, (bold)"],
        skillCategories: ["literary"],
        topic: "sewing",
        messages: [Message(.system, "Be brief."), Message(.user, "Write.\n\"Now\""), Message(.assistant, "Thread é.")],
        prompt: [Message(.system, "Be brief."), Message(.user, "Write.\n\"Now\"")],
        completion: [Message(.assistant, "Thread é.")],
        text: "Thread é.",
        explanation: "",
        marks: marks,
        teacher: "builtin/teacher",
        judges: ["builtin/judge", "other"],
        planIndex: 17,
        seed: "7fffffffffffffff",
        promptSHA256: "ab",
        finishReason: "stop"
    )

    static let text =
        #"{"id":"00112233445566aa","release":2,"split":"train","k":1,"skills":["metaphor"],"#
        + #""skill_names":["metaphor, (bold)"],"skill_categories":["literary"],"topic":"sewing","#
        + #""messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Write.\n\"Now\""},"#
        + #"{"role":"assistant","content":"Thread é."}],"#
        + #""prompt":[{"role":"system","content":"Be brief."},{"role":"user","content":"Write.\n\"Now\""}],"#
        + #""completion":[{"role":"assistant","content":"Thread é."}],"text":"Thread é.","explanation":"","#
        + #""marks":[{"criterion":"skill:metaphor","mark":"pass","votes":{"pass":3,"fail":0,"unknown":0}},"#
        + #"{"criterion":"topic","mark":"fail","votes":{"pass":1,"fail":2,"unknown":0}},"#
        + #"{"criterion":"sense","mark":"unknown","votes":{"pass":0,"fail":0,"unknown":4}},"#
        + #"{"criterion":"sentence-limit","mark":"pass","votes":{"pass":5,"fail":6,"unknown":7}}],"#
        + #""teacher":"builtin/teacher","judges":["builtin/judge","other"],"plan_index":17,"#
        + #""seed":"7fffffffffffffff","prompt_sha256":"ab","finish_reason":"stop"}"#
}
