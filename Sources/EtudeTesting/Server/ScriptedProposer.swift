import EtudeCore

/// A model that proposes by a script: what it answers follows from the schema and the words of the prompt alone.
public struct ScriptedProposer: Sendable {
    /// Replaces an answer; nil leaves it.
    public typealias Change = @Sendable (_ schema: String, _ prompt: String) -> String?

    private let change: Change

    /// A model that answers well but where it is changed.
    public init(_ change: @escaping Change = { _, _ in nil }) { self.change = change }

    /// The reply of a server.
    public func reply(to request: ReceivedRequest, number: Int) -> ServerReply {
        let schema = request.body["response_format"]?["json_schema"]?["name"]?.string ?? ""
        let prompt = request.body["messages"]?.array?.last?["content"]?.string ?? ""
        return .completion(answer(schema, prompt), inputTokens: 100, outputTokens: 100)
    }

    private func answer(_ schema: String, _ prompt: String) -> String {
        if let changed = change(schema, prompt) { return changed }
        let fenced = FencedText.first(in: prompt) ?? ""
        let json: JSONValue =
            switch schema {
            case "topics": ["topics": ["home cooking", "bird watching", "Home_Cooking"]]
            case "skills":
                [
                    "skills": [
                        Self.skill("naming steps"), Self.skill("name_step"), Self.skill("comparing \(fenced)s"),
                    ]
                ]
            case "query_types":
                [
                    "query_types": [
                        Self.queryType("open question"), Self.queryType("Open questions"), Self.queryType("rewriting"),
                    ]
                ]
            case "rows": ["rows": .array(Self.rows(in: prompt))]
            case "groups":
                ["groups": .array(Self.groups(of: fenced)), "no_skill": .array(Self.numbers(fenced, "none"))]
            case "skill_names": ["skills": [.string("add \(fenced)"), "carry the one", .string("Add_\(fenced)")]]
            case "descriptions":
                [
                    "skills": .array(
                        Self.names(in: fenced).map {
                            [
                                "number": .int($0.number), "description": .string("What one does in \($0.name)."),
                                "example": "1 + 1 = 2.",
                            ]
                        }
                    )
                ]
            default: .null
            }
        return json.canonicalText
    }

    private static func skill(_ name: String) -> JSONValue {
        ["name": .string(name), "definition": .string("A text does what \(name) is."), "example": "See here."]
    }

    private static func queryType(_ name: String) -> JSONValue {
        ["name": .string(name), "description": "What is wanted.", "examples": ["Why is it so?", "How is it done?"]]
    }

    /// Each word of a row is a skill.
    private static func rows(in prompt: String) -> [JSONValue] {
        prompt.matches(of: /-----\ [0-9a-f]{16}\ row\ (\d+)\n([^\n]*)/).map { row in
            let words = row.output.2.split(separator: " ").map(String.init)
            return [
                "row": .int(Int(row.output.1) ?? 0),
                "skills": .array(words.map { ["name": .string($0), "definition": .string("A text does \($0).")] }),
            ]
        }
    }

    /// The numbered lines of a list.
    private static func names(in list: String) -> [(number: Int, name: String)] {
        list.matches(of: /(?m)^(\d+)\.\ ([^:\n]*)/).compactMap { line in
            Int(line.output.1).map { ($0, String(line.output.2)) }
        }
    }

    private static func numbers(_ list: String, _ start: String) -> [JSONValue] {
        names(in: list).filter { $0.name.hasPrefix(start) }.map { .int($0.number) }
    }

    /// Names with the same first three letters are one group.
    private static func groups(of list: String) -> [JSONValue] {
        let names = names(in: list).filter { !$0.name.hasPrefix("none") }
        return Dictionary(grouping: names) { $0.name.prefix(3) }.values.sorted { $0[0].number < $1[0].number }.map {
            [
                "name": .string($0[0].name), "definition": "A text does it.", "example": "So it is.",
                "members": .array($0.map { .int($0.number) }),
            ]
        }
    }
}
