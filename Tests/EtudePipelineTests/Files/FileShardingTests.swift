import EtudeCore
import EtudePublish
import EtudeStore
import Testing

@testable import EtudePipeline

@Suite struct FileShardingTests {
    private let folder: FileFolder
    private let rows = (0..<4000).map { #"{"id": \#($0), "text":"row \#($0 &* 7919 % 4001)\u00e9"}"# + "\n" }

    init() throws {
        folder = try FileFolder()
    }

    private func job(_ input: String = "in.jsonl", to output: String, _ layout: ShardLayout) -> FileSharding {
        var job = FileSharding(input: folder(input), folder: folder(output), layout: layout)
        job.batchBytes = 5000
        return job
    }

    @Test func `The shards hold the lines as they are, and the manifest what they are`() async throws {
        try folder.write(rows.joined(), to: "in.jsonl.gz")
        var job = job("in.jsonl.gz", to: "out", ShardLayout(rows: 1500))
        job.name = "train"
        let manifest = try await job.run()
        let names = (0..<3).map { "train-0000\($0)-of-00003.jsonl.gz" }
        #expect(try folder.names(in: "out") == ["MANIFEST"] + names)
        #expect(try names.map { try folder.read("out/\($0)") }.joined() == rows.joined())
        #expect(try folder.read("out/MANIFEST") == manifest.json.canonicalText + "\n")
        let shards = try #require(manifest.json["shards"]?.array)
        #expect(shards.map { $0["rows"]?.int } == [1500, 1500, 1000])
        for (shard, name) in zip(shards, names) {
            #expect(shard["path"]?.string == name)
            let bytes = try RealFileSystem().read(folder("out/\(name)"))
            #expect(shard["sha256"]?.string == SHA256.digest(of: bytes).hex)
            #expect(shard["bytes"]?.int == bytes.count)
        }
        #expect(manifest.json["rows"]?.int == 4000)
    }

    @Test func `The bytes depend neither on threads nor on how much is read at a time`() async throws {
        try folder.write(rows.joined(), to: "in.jsonl")
        var files: [[[UInt8]]] = []
        for (number, threads) in [1, 2, 4].enumerated() {
            var job = job(to: "out\(number)", ShardLayout(bytes: 40_000, level: 3))
            job.threads = threads
            job.batchBytes = 1000 << number
            _ = try await job.run()
            let names = try folder.names(in: "out\(number)")
            #expect(names.count == 5)
            files.append(try names.map { try RealFileSystem().read(folder("out\(number)/\($0)")) })
        }
        #expect(files[0] == files[1] && files[1] == files[2])
    }

    @Test func `Canonical rows are those of the tree`() async throws {
        try folder.write(" \(rows[0])\n\(rows[1])", to: "in.jsonl")
        var job = job(to: "out", ShardLayout())
        job.isCanonical = true
        _ = try await job.run()
        let expected = try rows[..<2].map { try JSONParser.parse($0).canonicalText + "\n" }.joined()
        #expect(try folder.read("out/data-00000-of-00001.jsonl.gz") == expected)
    }

    @Test(arguments: [false, true]) func `A bad line leaves no folder`(isCanonical: Bool) async throws {
        for (line, word) in [("[1]", "no JSON object"), (#"{"a":}"#, "not JSON at byte 5")] {
            try folder.write(rows.joined() + line, to: "in.jsonl")
            var job = job(to: "out", ShardLayout(rows: 100))
            job.isCanonical = isCanonical
            let error = await #expect(throws: EtudeError.self) { try await job.run() }
            #expect(error?.code == .data)
            #expect(error?.description.contains("in.jsonl:4001") == true)
            #expect(error?.description.contains(word) == true)
            #expect(try folder.names() == ["in.jsonl"])
        }
    }

    @Test func `A file without rows has no shards`() async throws {
        try folder.write("\n", to: "in.jsonl")
        #expect(try await job(to: "out", ShardLayout()).run().text == "0 rows: 0 shards, 0 bytes in 0.")
        #expect(try folder.names(in: "out") == ["MANIFEST"])
    }
}
