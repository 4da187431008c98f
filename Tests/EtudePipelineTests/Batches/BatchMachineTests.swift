import EtudeModel
import Testing

@testable import EtudePipeline

/// What is done next in each state, whatever the provider says.
@Suite struct BatchMachineTests {
    private static let label = BatchLabel(run: "demo", digest: "d", requests: 3, intendedAt: 100)

    private static func machine(
        _ stage: BatchRecord.Stage,
        isConfirmed: Bool = true,
        isResumed: Bool = true
    ) -> BatchMachine {
        var record = BatchRecord(number: 1, block: "teacher", model: "m", service: "s", label: label)
        record.stage = stage
        record.file = stage == .intended ? "" : "file"
        record.batch = stage == .created ? "b1" : ""
        record.isConfirmed = isConfirmed
        return BatchMachine(record, isResumed: isResumed)
    }

    private static func status(
        _ phase: BatchStatus.Phase,
        _ word: String = "",
        id: String = "b1",
        metadata: [String: String]? = [:],
        problems: [BatchStatus.Problem] = []
    ) -> BatchStatus {
        BatchStatus(id: id, phase: phase, word: word, total: 3, createdAt: 200, metadata: metadata, problems: problems)
    }

    @Test(arguments: [
        (BatchRecord.Stage.intended, true, BatchMachine.Step.upload), (.intended, false, .upload),
        (.uploaded, true, .search), (.uploaded, false, .create), (.created, true, .look), (.created, false, .look),
        (.collected, true, .rest), (.collected, false, .rest),
    ])
    func `Each stage has its step, and only what an earlier process left is searched for`(
        stage: BatchRecord.Stage,
        isResumed: Bool,
        step: BatchMachine.Step
    ) {
        #expect(Self.machine(stage, isResumed: isResumed).step == step)
    }

    @Test(arguments: ["validating", "in_progress", "finalizing", "cancelling"])
    func `A batch that goes on is waited for`(word: String) {
        var machine = Self.machine(.created)
        machine.saw(Self.status(.open, word))
        #expect(machine.step == .wait(Self.status(.open, word)))
        #expect(machine.isOpen)
    }

    @Test(arguments: ["completed", "expired", "cancelled", "ended"])
    func `A batch that ended in any way is read`(word: String) {
        var machine = Self.machine(.created)
        machine.saw(Self.status(.finished, word))
        #expect(machine.step == .collect(Self.status(.finished, word)))
        machine.collected(BatchTally(), Self.status(.finished, word))
        #expect(machine.step == .rest)
        #expect(machine.record.note.isEmpty == ["completed", "ended"].contains(word))
    }

    @Test func `A batch refused for a limit that passes is sent again later, and nobody has to act`() {
        var machine = Self.machine(.created)
        let problem = BatchStatus.Problem(code: "token_limit_exceeded", message: "Enqueued.", line: nil)
        machine.saw(Self.status(.failed, "failed", problems: [problem]))
        #expect(machine.step == .rest)
        #expect(machine.refusal == nil)
        #expect(machine.record.books.again == 3)
        #expect(machine.record.note.contains("Enqueued."))
    }

    @Test func `A batch refused for anything else is shown in the provider's words`() {
        var machine = Self.machine(.created)
        let problem = BatchStatus.Problem(code: "invalid_json_line", message: "Not JSON.", line: 2)
        machine.saw(Self.status(.failed, "failed", problems: [problem]))
        #expect(machine.refusal == "Not JSON. (invalid_json_line, line 2)")
        #expect(machine.record.books.again == 3)
        machine = Self.machine(.created)
        machine.saw(Self.status(.failed, "failed"))
        #expect(machine.refusal == "it gives no reason.")
    }

    @Test func `A batch that is gone is given up, and that is said`() {
        var machine = Self.machine(.created)
        machine.saw(nil)
        #expect(machine.step == .rest)
        #expect(machine.record.note.contains("knows it no more"))
    }

    @Test func `A search takes the oldest batch that is nobody else's, or else creates`() {
        var machine = Self.machine(.uploaded)
        let found = ["b1", "b2", "b3"].map { Self.status(.open, "in_progress", id: $0) }
        machine.found(found, taken: ["b1"])
        #expect(machine.record.batch == "b2")
        #expect(machine.record.isConfirmed)
        machine = Self.machine(.uploaded)
        machine.found(Array(found.prefix(1)), taken: ["b1"])
        #expect(machine.step == .create)
    }

    @Test func `A batch found by time alone that turns out to be another's is searched past`() {
        var machine = Self.machine(.uploaded)
        let found = ["b1", "b2"].map { Self.status(.finished, "ended", id: $0, metadata: nil) }
        machine.found(found, taken: [])
        #expect(!machine.record.isConfirmed)
        var tally = BatchTally()
        tally.isForeign = true
        machine.collected(tally, found[0])
        #expect(machine.step == .search)
        machine.found(found, taken: [])
        #expect(machine.record.batch == "b2")
        tally.isForeign = false
        machine.collected(tally, found[1])
        #expect(machine.record.isConfirmed)
        #expect(machine.step == .rest)
    }

    @Test func `A file that the provider lost is uploaded again`() {
        var machine = Self.machine(.uploaded)
        machine.lostFile()
        #expect(machine.step == .upload)
        #expect(machine.record.file.isEmpty)
    }

    @Test(arguments: BatchRecord.Stage.allCases)
    func `A state on disk reads back as it was`(stage: BatchRecord.Stage) throws {
        var record = Self.machine(stage).record
        record.foreign = ["b7"]
        record.note = "it is expired."
        record.books.answered = 2
        record.books.again = 1
        #expect(try BatchRecord(json: record.json) == record)
    }
}
