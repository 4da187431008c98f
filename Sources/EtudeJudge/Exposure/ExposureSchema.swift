import EtudeCore
import EtudeModel

/// The JSON Schemas of an audit's two answers.
enum ExposureSchema {
    /// A list of the ids of some skills.
    static func listing(of skills: [Skill]) -> ResponseSchema {
        let id: JSONValue = ["type": "string", "enum": .array(skills.map { .string($0.id) })]
        return schema("listing", [JSONMember("shown", ["type": "array", "items": id])])
    }

    /// A quote, then whether it shows the skill.
    static let confirmation = schema(
        "confirmation",
        [JSONMember("quote", ["type": "string"]), JSONMember("shown", ["type": "boolean"])]
    )

    private static func schema(_ name: String, _ properties: [JSONMember]) -> ResponseSchema {
        ResponseSchema(
            name: name,
            schema: [
                "type": "object",
                "properties": .object(properties),
                "required": .array(properties.map { .string($0.key) }),
                "additionalProperties": false,
            ]
        )
    }
}
