import EtudeCore
import EtudeIngest

extension ModelSpec {
    init(name: String, _ reader: YAMLReader) throws(EtudeError) {
        var reader = reader
        let known = Provider.allCases.map(\.rawValue)
        guard let word = try reader.string("provider") else {
            throw reader.failure(nil, "A model needs a `provider`: \(known.joined(separator: ", ")).")
        }
        guard let provider = Provider(rawValue: word) else {
            let nearest = Suggestion.nearest(to: word, in: known).map { "; did you mean `\($0)`?" }
            throw reader.failure(
                "provider",
                "`\(word)` is not one of \(known.joined(separator: ", "))\(nearest ?? ".")"
            )
        }
        self.name = name
        self.provider = provider
        model = ""
        baseURL = ""
        tokenLimitField = "max_tokens"
        verdicts = "schema"
        extra = []
        timeoutSeconds = 600
        allowsHTTP = false
        answers = ""
        concurrency = provider == .builtin ? 4 : 16
        if var limits = try reader.reader("limits") {
            concurrency = try limits.int("concurrency") ?? concurrency
            timeoutSeconds = try limits.int("attempt_timeout") ?? timeoutSeconds
            guard (1...4096).contains(concurrency) else {
                throw limits.failure("concurrency", "The requests in flight should be from 1 to 4096.")
            }
            guard (1...86_400).contains(timeoutSeconds) else {
                throw limits.failure("attempt_timeout", "The seconds of an attempt should be from 1 to 86400.")
            }
            try limits.refuseUnknownKeys()
        }
        if provider != .builtin { try decodeRequestSettings(&reader) }
        switch provider {
        case .builtin: break
        case .openai: try decodeServer(&reader)
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

    private mutating func decodeServer(_ reader: inout YAMLReader) throws(EtudeError) {
        baseURL = try reader.string("base_url") ?? "https://api.openai.com/v1"
        allowsHTTP = try reader.bool("allow_http") ?? false
        tokenLimitField = try SplitSpec.choice(
            "token_limit_field",
            of: ["max_tokens", "max_completion_tokens"],
            default: "max_tokens",
            &reader
        )
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
