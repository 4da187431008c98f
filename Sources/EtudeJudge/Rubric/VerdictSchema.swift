import EtudeCore
import EtudeModel

/// The JSON Schema of a verdict: one entry per criterion, the evidence before the mark.
enum VerdictSchema {
    /// The schema for some criteria, named as rows name them.
    static func schema(of criteria: [Criterion]) -> ResponseSchema {
        let entry: JSONValue = [
            "type": "object",
            "properties": [
                "criterion": ["type": "string", "enum": .array(criteria.map { .string($0.name) })],
                "evidence": ["type": "string"],
                "met": ["type": "boolean"],
            ],
            "required": ["criterion", "evidence", "met"],
            "additionalProperties": false,
        ]
        return ResponseSchema(
            name: "verdict",
            schema: [
                "type": "object",
                "properties": ["marks": ["type": "array", "items": entry]],
                "required": ["marks"],
                "additionalProperties": false,
            ]
        )
    }
}
