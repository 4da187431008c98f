import EtudeCore
import EtudeHTTP
import EtudeIngest
import EtudeModel

extension ModelSpec {
    init(name: String, _ reader: YAMLReader) throws(EtudeError) {
        var reader = reader
        guard let provider: Provider = try Self.choice("provider", &reader) else {
            let known = Provider.allCases.map(\.rawValue).joined(separator: ", ")
            throw reader.failure(nil, "A model needs a `provider`: \(known).")
        }
        self.name = name
        self.provider = provider
        model = ""
        baseURLs = []
        profile = .plain
        batch = false
        verdicts = "schema"
        extra = []
        allowsHTTP = false
        answers = ""
        limits = try LimitsSpec(&reader, concurrency: provider == .builtin ? 4 : 16, isRemote: provider.isRemote)
        if provider != .builtin { try decodeRequestSettings(&reader) }
        switch provider {
        case .builtin: break
        case .openai: try decodeOpenAI(&reader)
        case .anthropic: try decodeServer(&reader, at: "https://api.anthropic.com/v1")
        case .replay:
            guard let file = try reader.string("answers") else {
                throw reader.failure(nil, "A replay model needs `answers`, a file of recorded answers.")
            }
            answers = file
            missing = try reader.string("missing")
        }
        try reader.refuseUnknownKeys()
    }

    private mutating func decodeRequestSettings(_ reader: inout YAMLReader) throws(EtudeError) {
        id = try reader.string("id")
        family = try reader.string("family")
        guard let model = try reader.string("model") ?? id, !model.isEmpty else {
            throw reader.failure(nil, "A model of this provider needs `model`, its name.")
        }
        self.model = model
        temperature = try reader.double("temperature")
        if let temperature, !(0...2).contains(temperature) {
            throw reader.failure("temperature", "A temperature lies between 0 and 2.")
        }
        maxOutputTokens = try reader.int("max_output_tokens")
        if let maxOutputTokens, maxOutputTokens < 1 {
            throw reader.failure("max_output_tokens", "The token limit should be above 0.")
        }
        verdicts = try SplitSpec.choice("verdicts", of: ["schema", "table"], default: "schema", &reader)
        guard let extra = try reader.json("extra") else { return }
        guard let members = extra.members else { throw reader.failure("extra", "Keys with values are expected here.") }
        self.extra = members
    }

    private mutating func decodeOpenAI(_ reader: inout YAMLReader) throws(EtudeError) {
        try decodeServer(&reader, at: "https://api.openai.com/v1")
        profile = try Self.choice("profile", &reader) ?? ServerProfile(address: baseURLs[0])
        tokenLimitField = try Self.choice("token_limit_field", &reader)
    }

    /// One of the raw values of a type.
    private static func choice<Value: RawRepresentable<String> & CaseIterable>(
        _ key: String,
        _ reader: inout YAMLReader
    ) throws(EtudeError) -> Value? {
        guard let word = try reader.string(key) else { return nil }
        let known = Value.allCases.map(\.rawValue)
        guard let value = Value(rawValue: word) else {
            let nearest = Suggestion.nearest(to: word, in: known).map { "; did you mean `\($0)`?" } ?? "."
            throw reader.failure(key, "`\(word)` is not one of \(known.joined(separator: ", "))\(nearest)")
        }
        return value
    }

    private mutating func decodeServer(_ reader: inout YAMLReader, at address: String) throws(EtudeError) {
        if reader.isScalar("base_url") {
            baseURLs = try reader.string("base_url").map { [$0] } ?? []
        } else {
            baseURLs = try reader.strings("base_url") ?? [address]
        }
        guard !baseURLs.isEmpty, Set(baseURLs).count == baseURLs.count else {
            throw reader.failure("base_url", "The addresses should be at least one, each of them once.")
        }
        allowsHTTP = try reader.bool("allow_http") ?? false
        batch = try reader.bool("batch") ?? false
        guard !batch || baseURLs.count == 1 else {
            throw reader.failure("batch", "A batch goes to one server; give one `base_url`.")
        }
        if var source = try reader.reader("api_key") {
            switch (try source.string("env"), try source.string("file")) {
            case (let variable?, nil): key = .environment(variable)
            case (nil, let file?): key = .file(file)
            default: throw source.failure(nil, "A key comes from one place: `{ env: NAME }` or `{ file: PATH }`.")
            }
            try source.refuseUnknownKeys()
        }
        if var price = try reader.reader("price") {
            guard let input = try price.double("input"), let output = try price.double("output"), input >= 0,
                output >= 0
            else {
                throw price.failure(nil, "A price needs `input` and `output`, money for `per_tokens` tokens.")
            }
            let perTokens = try price.int("per_tokens") ?? 1_000_000
            guard perTokens > 0 else {
                throw price.failure("per_tokens", "The tokens that a price is for should be above 0.")
            }
            self.price = Price(
                input: input,
                output: output,
                currency: try price.string("currency") ?? "USD",
                perTokens: perTokens
            )
            try price.refuseUnknownKeys()
        }
    }
}
