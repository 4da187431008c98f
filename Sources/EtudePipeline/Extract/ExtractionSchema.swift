import EtudeCore
import EtudeModel

/// The JSON Schemas of a model's proposals; every property is required, as strict servers want it.
enum ExtractionSchema {
    static let topics = schema("topics", [("topics", list(of: text))])
    static let skills = schema(
        "skills",
        [("skills", list(of: object([("name", text), ("definition", text), ("example", text)])))]
    )
    static let queryTypes = schema(
        "query_types",
        [("query_types", list(of: object([("name", text), ("description", text), ("examples", list(of: text))])))]
    )
    static let rows = schema(
        "rows",
        [
            (
                "rows",
                list(
                    of: object([
                        ("row", number), ("skills", list(of: object([("name", text), ("definition", text)]))),
                    ])
                )
            )
        ]
    )
    static let groups = schema(
        "groups",
        [
            (
                "groups",
                list(
                    of: object([
                        ("name", text), ("definition", text), ("example", text), ("members", list(of: number)),
                    ])
                )
            ), ("no_skill", list(of: number)),
        ]
    )
    static let names = schema("skill_names", [("skills", list(of: text))])
    static let descriptions = schema(
        "descriptions",
        [("skills", list(of: object([("number", number), ("description", text), ("example", text)])))]
    )

    private static let text: JSONValue = ["type": "string"]
    private static let number: JSONValue = ["type": "integer"]

    private static func list(of items: JSONValue) -> JSONValue { ["type": "array", "items": items] }

    private static func object(_ properties: [(String, JSONValue)]) -> JSONValue {
        [
            "type": "object",
            "properties": .object(properties.map { JSONMember($0.0, $0.1) }),
            "required": .array(properties.map { .string($0.0) }),
            "additionalProperties": false,
        ]
    }

    private static func schema(_ name: String, _ properties: [(String, JSONValue)]) -> ResponseSchema {
        ResponseSchema(name: name, schema: object(properties))
    }
}
