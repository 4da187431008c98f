import EtudeCore
import EtudeModel

/// The JSON Schema of a verdict: under each criterion's number in the prompt its id, the evidence, and then the mark.
///
/// Every entry is required, so that a server which enforces the schema leaves no criterion out; lists could not say that in the
/// part of JSON Schema that all providers take. Nothing of the assignment stands in it: a provider prepares each schema that it
/// has not seen yet, which takes its time.
enum VerdictSchema {
    /// The schema for a number of criteria.
    static func schema(criteria count: Int) -> ResponseSchema {
        let entry: JSONValue = [
            "type": "object",
            "properties": [
                "criterion": ["type": "string"],
                "evidence": ["type": "string"],
                "met": ["type": "boolean"],
            ],
            "required": ["criterion", "evidence", "met"],
            "additionalProperties": false,
        ]
        let numbers = (1...count).map(String.init)
        let marks: JSONValue = [
            "type": "object",
            "properties": .object(numbers.map { JSONMember($0, entry) }),
            "required": .array(numbers.map(JSONValue.string)),
            "additionalProperties": false,
        ]
        return ResponseSchema(
            name: "verdict",
            schema: [
                "type": "object", "properties": ["marks": marks], "required": ["marks"], "additionalProperties": false,
            ]
        )
    }
}
