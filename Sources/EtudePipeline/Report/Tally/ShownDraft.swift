import EtudeCore
import EtudePublish

/// A row or a rejected draft as far as a page shows it.
struct ShownDraft {
    /// The most bytes that a text may have on a page, however few texts there are.
    static let mostBytes = 24_000

    let id: String
    let cell: ReportCell
    let skills: [String]
    let topic: String
    let text: String
    let explanation: String
    let marks: [Mark]
    /// Why it is no row; nil of a row.
    var reason: String?
    /// The reason in words; empty where there are none.
    var detail = ""
    /// The kept text to which it is near.
    var near: RejectedRecord.Near?

    /// A row.
    init(_ row: Row) {
        id = row.id
        cell = ReportCell(split: row.split, k: row.k)
        skills = row.skills
        topic = row.topic
        text = Self.start(of: row.text)
        explanation = Self.start(of: row.explanation)
        marks = row.marks
    }

    /// A rejected draft; where no text could be read of the answer, the answer itself.
    init(_ record: RejectedRecord) {
        id = record.id
        cell = ReportCell(split: record.split, k: record.k)
        skills = record.skills
        topic = record.topic
        let answer = record.messages.last { $0.role == .assistant }?.content ?? ""
        text = Self.start(of: record.text.isEmpty ? answer : record.text)
        explanation = Self.start(of: record.explanation)
        marks = record.marks
        reason = record.reason.code
        detail = record.detail
        near = record.near
    }

    /// So much of a text that the rest, which no page shows, needs no memory.
    private static func start(of text: String) -> String {
        text.utf8.count > 2 * mostBytes ? String(text.unicodeScalars.prefix(2 * mostBytes)) : text
    }
}

/// A split at a k.
struct ReportCell: Hashable {
    let split: String
    let k: Int
}
