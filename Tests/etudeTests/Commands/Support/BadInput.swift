import Testing

/// Input that ends a command with one sentence.
struct BadInput: Sendable, CustomTestStringConvertible {
    /// A pipeline that is sound.
    static let pipeline = """
        version: 1
        name: demo
        seed: 7
        catalog: { skills: skills.yaml, topics: topics.txt }
        splits:
          train: { k: { 2: 2 } }
        models:
          teacher: { provider: builtin }
          judge: { provider: builtin }
        output: { directory: out }

        """

    /// Files beside it.
    static let files = [
        "skills.yaml": entries("irony", "litotes", "hyperbole", "zeugma"), "topics.txt": "tea\nglass\n",
    ]

    /// What is wrong.
    let testDescription: String
    /// The exit code.
    let code: Int32
    /// What the sentence says.
    let words: [String]
    var pipeline: String?
    var files: [String: String] = BadInput.files
    var arguments = ["run", "demo.yaml"]
    /// What a run that could not go on may leave in its folder.
    var leaves: Set<String> = []

    /// A list of skills of some ids.
    static func entries(_ ids: String...) -> String {
        ids.map { "- id: \($0)\n  name: \($0)\n  category: figures\n  definition: A figure of speech.\n" }.joined()
    }

    /// The lock, the ledger and the journal, with which every run begins.
    private static let begun: Set = ["out", "out/lock", "out/ledger.json", "out/journal.sqlite"]

    /// The sound pipeline with something replaced.
    private init(
        _ description: String,
        _ code: Int32,
        _ words: String...,
        replacing old: String = "",
        with new: String = "",
        more: String = "",
        files: [String: String] = [:],
        leaves: Set<String> = []
    ) {
        testDescription = description
        self.code = code
        self.words = words
        pipeline = (old.isEmpty ? Self.pipeline + new : Self.pipeline.replacing(old, with: new)) + more
        self.files.merge(files) { $1 }
        self.leaves = leaves
    }

    /// The sound pipeline called otherwise.
    private init(_ description: String, _ code: Int32, _ words: String..., arguments: [String]) {
        testDescription = description
        self.code = code
        self.words = words
        pipeline = Self.pipeline
        self.arguments = arguments
    }

    private static func set(_ override: String) -> [String] { ["run", "demo.yaml", "--set", override] }

    private static let replay = "teacher: { provider: replay, id: a/b, answers: answers.jsonl }"
    private static let builtin = "teacher: { provider: builtin }"

    private static func server(_ more: String) -> String {
        "teacher: { provider: openai, model: m, base_url: \"http://127.0.0.1:9/v1\"\(more) }"
    }

    static let keys = [
        BadInput(
            "unknown key",
            78,
            "demo.yaml:3: `sead`",
            "did you mean `seed`?",
            replacing: "seed: 7",
            with: "sead: 1\nseed: 7"
        ),
        BadInput(
            "unknown key below",
            78,
            "demo.yaml:6: `splits.train.skils`",
            "`skills`",
            replacing: "k: {",
            with: "skils: train, k: {"
        ),
        BadInput(
            "unknown key in a catalog",
            65,
            "skills.yaml:1: `defnition`",
            "`definition`",
            files: ["skills.yaml": "- { id: a, name: a, defnition: b }"]
        ),
        BadInput("duplicate key", 78, "demo.yaml:3", "`seed`", "twice", replacing: "seed: 7", with: "seed: 7\nseed: 8"),
        BadInput("alias", 78, "demo.yaml:9", "&one", replacing: "judge: {", with: "judge: &one {"),
        BadInput("wrong type", 78, "demo.yaml:3: `seed`", "whole number", replacing: "seed: 7", with: "seed: seven"),
        BadInput("list for keys", 78, "demo.yaml:6: `splits.train`", replacing: "{ k: { 2: 2 } }", with: "[2]"),
        BadInput("no YAML", 78, "demo.yaml:", replacing: "seed: 7", with: "seed: [7"),
        BadInput(
            "unknown model block",
            78,
            "`generate.model`",
            "techer",
            "teacher, judge",
            with: "generate: { model: techer }\n"
        ),
        BadInput(
            "faulty accept rule",
            78,
            "demo.yaml:11: `judge.accept`",
            "at character 10",
            "a number, a name or a condition",
            with: "judge: { accept: skills >= }\n"
        ),
        BadInput(
            "accept rule on no criterion",
            78,
            "demo.yaml: `judge.accept`",
            "at character 1",
            "did you mean `sense`?",
            with: "judge: { accept: sence and topic }\n"
        ),
        BadInput("unknown judge", 78, "`judge.panel`", "juge", with: "judge: { panel: [juge] }\n"),
        BadInput(
            "unknown language",
            78,
            "demo.yaml: `generate.template`",
            "tlh",
            "en, ko",
            with: "generate: { language: tlh }\n"
        ),
        BadInput(
            "unknown template set",
            78,
            "demo.yaml: `generate.template`",
            "skil-mix",
            "did you mean skill-mix?",
            with: "generate: { template: skil-mix }\n"
        ),
        BadInput(
            "k beyond the skills",
            78,
            "demo.yaml: ",
            "`train/k5`",
            "4 skills",
            replacing: "{ 2: 2 }",
            with: "{ 5: 2 }"
        ),
        BadInput(
            "rows beyond the space",
            78,
            "demo.yaml: ",
            "`train/k2`",
            "12 combinations",
            replacing: "{ 2: 2 }",
            with: "{ 2: 13 }"
        ),
        BadInput(
            "unknown held-out skill",
            78,
            "demo.yaml: `holdout.skills.ids`",
            "Did you mean \"irony\"?",
            with: "holdout: { skills: { ids: [ironi] } }\n"
        ),
    ]

    static let catalogs = [
        BadInput("missing skills", 78, "none.yaml", "does not exist", replacing: "skills.yaml", with: "none.yaml"),
        BadInput("missing topics", 78, "none.txt", "does not exist", replacing: "topics.txt", with: "none.txt"),
        BadInput(
            "unknown kind of catalog",
            65,
            "skills.doc",
            "`--as`",
            "yaml, json",
            replacing: "skills.yaml",
            with: "skills.doc",
            files: ["skills.doc": "irony and more\n"]
        ),
        BadInput("empty catalog", 65, "skills.yaml", "no skill", files: ["skills.yaml": ""]),
        BadInput("catalog without entries", 65, "skills.yaml", "no skill", files: ["skills.yaml": "[]\n"]),
        BadInput("no topics", 65, "topics.txt", "no topic", files: ["topics.txt": "\n"]),
        BadInput(
            "duplicate id",
            65,
            "skills.yaml:5",
            "first at skills.yaml:1",
            "irony",
            files: ["skills.yaml": entries("irony", "irony")]
        ),
        BadInput(
            "a folder for a catalog",
            78,
            "skills.d.yaml",
            "folder",
            replacing: "skills.yaml",
            with: "skills.d.yaml",
            files: ["skills.d.yaml/x": ""]
        ),
    ]

    static let paths = [
        BadInput(
            "output below a file",
            74,
            "topics.txt/out",
            replacing: "directory: out",
            with: "directory: topics.txt/out"
        ),
        BadInput("output is a file", 74, "topics.txt", replacing: "directory: out", with: "directory: topics.txt"),
        BadInput(
            "output where nothing can be made",
            74,
            "/proc/etude",
            replacing: "directory: out",
            with: "directory: /proc/etude"
        ),
        BadInput(
            "missing recording",
            78,
            "demo.yaml: `models.teacher.answers`",
            "answers.jsonl",
            replacing: builtin,
            with: replay,
            leaves: begun
        ),
        BadInput(
            "recording that is no JSON",
            65,
            "answers.jsonl:2",
            replacing: builtin,
            with: replay,
            files: ["answers.jsonl": "\nhello\n"],
            leaves: begun
        ),
        BadInput(
            "recording without keys",
            65,
            "answers.jsonl:1",
            "missing",
            replacing: builtin,
            with: replay,
            files: ["answers.jsonl": "{}\n"],
            leaves: begun
        ),
        BadInput(
            "variable of a key not set",
            78,
            "demo.yaml: `models.teacher.api_key`",
            "ETUDE_NO_SUCH_KEY",
            replacing: builtin,
            with: server(", api_key: { env: ETUDE_NO_SUCH_KEY }"),
            leaves: begun
        ),
        BadInput(
            "missing key file",
            78,
            "demo.yaml: `models.teacher.api_key`",
            "key.txt",
            replacing: builtin,
            with: server(", api_key: { file: key.txt }"),
            leaves: begun
        ),
        BadInput(
            "address twice",
            78,
            "`models.teacher.base_url`",
            "once",
            replacing: builtin,
            with: "teacher: { provider: openai, model: m, base_url: [\"http://[::1]:1/v1\", \"http://[::1]:1/v1\"] }"
        ),
        BadInput(
            "unknown profile",
            78,
            "`models.teacher.profile`",
            "llamacpp",
            replacing: builtin,
            with: server(", profile: lamacpp")
        ),
        BadInput(
            "limit of nothing",
            78,
            "`models.teacher.limits.requests_per_minute`",
            "from 1 to",
            replacing: builtin,
            with: server(", limits: { requests_per_minute: 0 }")
        ),
        BadInput(
            "limit that nothing heeds",
            78,
            "requests_per_minute",
            replacing: builtin,
            with: "teacher: { provider: builtin, limits: { requests_per_minute: 5 } }"
        ),
        BadInput(
            "budget of tokens without a token limit",
            78,
            "`models.teacher`",
            "max_output_tokens",
            replacing: builtin,
            with: server(""),
            more: "budget: { run: { tokens: 5 } }\n"
        ),
        BadInput(
            "budget of money without a price",
            78,
            "`models.teacher`",
            "never guessed",
            replacing: builtin,
            with: server(", max_output_tokens: 5"),
            more: "budget: { run: { money: 5 } }\n"
        ),
        BadInput(
            "budget in another currency",
            78,
            "`models.teacher.price.currency`",
            "EUR",
            replacing: builtin,
            with: server(", max_output_tokens: 5, price: { input: 1, output: 1, currency: EUR }"),
            more: "budget: { run: { money: 5 } }\n"
        ),
        BadInput(
            "certificates that are missing",
            78,
            "ca.pem",
            replacing: builtin,
            with: server(""),
            more: "network: { ca_file: ca.pem }\n",
            leaves: begun
        ),
        BadInput(
            "no address",
            78,
            "demo.yaml: `models.teacher.base_url`",
            "nowhere",
            replacing: builtin,
            with: "teacher: { provider: openai, model: m, base_url: nowhere }",
            leaves: begun
        ),
    ]

    static let calls = [
        BadInput("missing pipeline", 78, "none.yaml", "etude init none.yaml", arguments: ["run", "none.yaml"]),
        BadInput("set without a value", 64, "`--set seed`", "key.path=value", arguments: set("seed")),
        BadInput("set without a path", 64, "`--set =3`", arguments: set("=3")),
        BadInput("set with a broken value", 64, "`--set seed=[1`", arguments: set("seed=[1")),
        BadInput("set with nothing", 64, "`--set seed=`", arguments: set("seed=")),
        BadInput("set below a value", 64, "`--set seed.x=1`", arguments: set("seed.x=1")),
        BadInput("set of an unknown key", 78, "`sed`", "did you mean `seed`?", arguments: set("sed=1")),
        BadInput("set of a wrong type", 78, "`seed`", "whole number", arguments: set("seed=x")),
        BadInput("no candidates to preview", 64, "`-n`", arguments: ["preview", "demo.yaml", "-n", "0"]),
        BadInput(
            "acceptance without k",
            64,
            "`--acceptance 0.5`",
            arguments: ["plan", "demo.yaml", "--acceptance", "0.5"]
        ),
        BadInput("file to write exists", 64, "demo.yaml", arguments: ["init", "demo.yaml"]),
        BadInput(
            "file to write below a file",
            74,
            "demo.yaml/",
            "Not a directory",
            arguments: ["init", "demo.yaml/x"]
        ),
        BadInput("no release", 74, "There is no release at nowhere", arguments: ["verify", "nowhere"]),
        BadInput("folder that is no release", 74, "./manifest.json", arguments: ["verify", "."]),
    ]
}
