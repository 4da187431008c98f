import EtudeCore
import EtudeText

/// A family of models: those that one house trained alike, and that favour what one of them wrote.
public struct ModelFamily: Sendable, Hashable, CustomStringConvertible {
    /// The family's name, such as `gpt`.
    public let name: String

    /// The family's name.
    public var description: String { name }

    /// The families of a model block: the one that it states, or those that the model's name tells.
    public static func all(of model: ModelSpec) -> Set<ModelFamily> {
        model.family.map { [ModelFamily(name: $0.lowercased())] } ?? all(ofModel: model.model)
    }

    /// The families that a model's name tells; the organisation before a slash is left aside.
    ///
    /// - Parameter model: the name at a provider, such as `meta-llama/Llama-3.1-8B-Instruct`.
    /// - Returns: none for a name that is not known, and several for one such as `DeepSeek-R1-Distill-Qwen-32B`.
    public static func all(ofModel model: String) -> Set<ModelFamily> {
        let words = Folding.words(model.split(separator: "/").last.map(String.init) ?? "")
        var families = Set(words.compactMap { names[String($0.prefix { $0.isLetter })] })
        // The o series has no other word than its letter and number, in the first place.
        if let first = words.first, first.count == 2, first.first == "o", first.last?.isNumber == true {
            families.insert("gpt")
        }
        return Set(families.map(ModelFamily.init))
    }

    /// A family that two model blocks have in common, the first by name; nil where there is none.
    public static func shared(_ first: ModelSpec, _ second: ModelSpec) -> ModelFamily? {
        all(of: first).intersection(all(of: second)).min { $0.name < $1.name }
    }

    /// A warning for every judge of the panel that is the teacher's model or of its family.
    static func warnings(_ spec: PipelineSpec) -> [Diagnostic] {
        guard let teacher = spec.model(spec.generate.model), teacher.provider != .builtin else { return [] }
        let place = Place(file: spec.file, key: "judge.panel")
        return spec.judge.panel.compactMap(spec.model).compactMap { judge -> Diagnostic? in
            if judge.modelID == teacher.modelID {
                return Diagnostic(
                    .warning,
                    rule: "judge-is-teacher",
                    "The judge `\(judge.name)` is the teacher's model; models favour what they wrote themselves.",
                    at: place
                )
            }
            guard judge.provider != .builtin, let family = shared(teacher, judge) else { return nil }
            return Diagnostic(
                .warning,
                rule: "judge-family",
                "The judge `\(judge.name)` (\(judge.model)) and the teacher (\(teacher.model)) are of one family, \(family); "
                    + "models favour what their family wrote. Take a judge of another family, or state `family` in their blocks.",
                at: place
            )
        }
    }

    /// The families by the letters with which a word of a model's name begins.
    private static let names: [String: String] = {
        let families = [
            "gpt": ["gpt", "chatgpt", "davinci"],
            "claude": ["claude"],
            "llama": ["llama", "codellama", "alpaca", "vicuna", "tinyllama"],
            "qwen": ["qwen", "qwq", "qvq"],
            "mistral": ["mistral", "mixtral", "ministral", "magistral", "codestral", "devstral", "pixtral"],
            "gemini": ["gemini", "gemma", "palm"],
            "deepseek": ["deepseek"],
            "phi": ["phi"],
            "command": ["command", "aya"],
            "grok": ["grok"],
            "glm": ["glm", "chatglm"],
            "granite": ["granite"],
            "kimi": ["kimi", "moonshot"],
            "nova": ["nova"],
            "olmo": ["olmo", "tulu"],
            "yi": ["yi"],
        ]
        var names: [String: String] = [:]
        for (family, words) in families { for word in words { names[word] = family } }
        return names
    }()
}
