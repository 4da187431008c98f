import EtudeCore
import EtudePublish
import EtudeStore
import EtudeTesting
import Testing

struct ShardWriterTests {
    let fileSystem = InMemoryFileSystem()
    let spools: SpoolFolder

    init() throws {
        spools = try SpoolFolder()
        try fileSystem.makeDirectory("release")
    }

    private func write(_ counts: [Int: Int], rowsPerShard: Int) throws -> [ShardRecord] {
        let cells = try counts.sorted { $0.key > $1.key }.map { k, count in
            let skills = Array(PublishFixture.skills.prefix(k))
            let rows = (0..<count).map { PublishFixture.row(k * 100 + $0, skills: skills) }
            return ShardWriter.Cell(k: k, rows: try PublishFixture.spool(rows, in: spools))
        }
        let writer = ShardWriter(folder: "release", layout: ShardLayout(rows: rowsPerShard), fileSystem: fileSystem)
        return try writer.write(split: "train", cells: cells)
    }

    private func planIndices(_ record: ShardRecord) throws -> [Int] {
        let shard = try ShardReader("release/\(record.path)", in: fileSystem)
        var indices: [Int] = []
        while let line = try shard.next() { indices.append(try Row(json: try JSONParser.parse(line.bytes)).planIndex) }
        #expect(shard.record(split: record.split, k: record.k, path: record.path) == record)
        return indices
    }

    @Test func `Shards hold one k each, k ascending, in plan order`() throws {
        let records = try write([2: 3, 1: 5], rowsPerShard: 2)
        #expect(records.map(\.path) == (0..<5).map { "data/train-0000\($0)-of-00005.jsonl.gz" })
        #expect(records.map(\.k) == [1, 1, 1, 2, 2])
        #expect(records.map(\.rows) == [2, 2, 1, 2, 1])
        #expect(try records.map(planIndices) == [[100, 101], [102, 103], [104], [200, 201], [202]])
    }

    @Test func `A full last shard is followed by none`() throws {
        #expect(try write([1: 4], rowsPerShard: 2).map(\.rows) == [2, 2])
        #expect(try fileSystem.list("release/data").count == 2)
    }

    @Test func `Shards end before a row that would pass their bytes, a longer row has its own`() throws {
        let lengths = [10, 20, 30, 80, 20, 41, 38]
        var series = ShardSeries(stem: "d", split: "s", in: "release", ShardLayout(bytes: 61), fileSystem)
        for length in lengths { try series.append([UInt8](repeating: 0x20, count: length)[...], k: 0) }
        let records = try series.finish()
        #expect(records.map(\.rows) == [2, 1, 1, 1, 1, 1])
        #expect(records.map(\.uncompressedBytes) == [32, 31, 81, 21, 42, 39])
        #expect(try fileSystem.list("release") == (0..<6).map { "d-0000\($0)-of-00006.jsonl.gz" })
    }

    @Test func `Both limits hold, and the level changes the file alone`() throws {
        func records(_ layout: ShardLayout, _ stem: String) throws -> [ShardRecord] {
            var series = ShardSeries(stem: stem, split: "s", in: "release", layout, fileSystem)
            for number in 0..<300 { try series.append(Array("row \(number * 7919)".utf8)[...], k: 0) }
            return try series.finish()
        }
        #expect(try records(ShardLayout(rows: 100, bytes: 3000), "a").map(\.rows) == [100, 100, 100])
        #expect(try records(ShardLayout(rows: 1000, bytes: 1500), "b").count > 1)
        let fast = try records(ShardLayout(level: 1), "c")
        let small = try records(ShardLayout(level: 12), "d")
        #expect(fast.map(\.uncompressedSHA256) == small.map(\.uncompressedSHA256))
        #expect(fast[0].bytes > small[0].bytes)
    }

    @Test func `A split without rows has no files`() throws {
        #expect(try write([1: 0], rowsPerShard: 2) == [])
        #expect(try write([:], rowsPerShard: 2) == [])
        #expect(try fileSystem.list("release") == [])
    }

    @Test func `The content is the rows in canonical JSON, hashed`() throws {
        let record = try #require(try write([1: 2], rowsPerShard: 9).first)
        var writer = JSONWriter()
        for number in [100, 101] {
            PublishFixture.row(number, skills: ["metaphor"]).write(to: &writer)
            writer.endLine()
        }
        #expect(record.uncompressedBytes == writer.bytes.count)
        #expect(record.uncompressedSHA256 == SHA256.digest(of: writer.bytes).hex)
        let file = try fileSystem.read("release/\(record.path)")
        #expect(record.bytes == file.count)
        #expect(record.sha256 == SHA256.digest(of: file).hex)
    }

    @Test func `Lines longer than what is read at once come back whole`() throws {
        let long = String(repeating: "word ", count: 60_000)
        let rows = [
            PublishFixture.row(1, skills: ["irony"], text: long), PublishFixture.row(2, skills: ["irony"]),
        ]
        let cell = ShardWriter.Cell(k: 1, rows: try PublishFixture.spool(rows, in: spools))
        let writer = ShardWriter(folder: "release", layout: ShardLayout(rows: 9), fileSystem: fileSystem)
        let record = try #require(try writer.write(split: "train", cells: [cell]).first)
        #expect(try planIndices(record) == [1, 2])
    }

    @Test func `A file that was cut is an error, not fewer rows`() throws {
        let record = try #require(try write([1: 2], rowsPerShard: 9).first)
        let bytes = try fileSystem.read("release/\(record.path)")
        try fileSystem.write(Array(bytes.dropLast(9)), to: "release/cut.jsonl.gz")
        let shard = try ShardReader("release/cut.jsonl.gz", in: fileSystem)
        let error = #expect(throws: EtudeError.self) { while try shard.next() != nil {} }
        #expect(error?.code == .data)
    }
}
