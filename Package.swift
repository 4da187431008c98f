// swift-tools-version: 6.2
import PackageDescription

/// Third-party modules, each with its reason in DESIGN.md.
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let flyingFox = Target.Dependency.product(name: "FlyingFox", package: "FlyingFox")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "etude",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "etude", targets: ["etude"]),
        .library(name: "EtudePipeline", targets: ["EtudePipeline"]),
        // What Fuzzing/ tries.
        .library(name: "EtudeIngest", targets: ["EtudeIngest"]),
        .library(name: "EtudeStore", targets: ["EtudeStore"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.30.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0", traits: []),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        // C libraries, the templates and catalog compiled in, and what Swift has no instructions for.
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CShipped"),
        .target(name: "CBytes"),
        .target(name: "CMinHash"),

        // The vocabulary, then text.
        .target(name: "EtudeCore", dependencies: ["COpenSSL", "CBytes"]),
        .target(name: "EtudeText", dependencies: ["EtudeCore", "CBytes"]),

        // Services that know nothing of each other.
        .target(name: "EtudeFlow", dependencies: ["EtudeCore"]),
        .target(name: "EtudeStore", dependencies: ["EtudeCore", "EtudeText", "CDeflate", "CZlib", grdb]),
        .target(name: "EtudeMarkup", dependencies: ["EtudeCore", "CLibXML2"]),
        .target(name: "EtudeModel", dependencies: ["EtudeCore"]),
        .target(name: "EtudePrompt", dependencies: ["EtudeCore", "EtudeText", "CShipped"]),

        // Stages that know nothing of each other.
        .target(
            name: "EtudeHTTP",
            dependencies: ["EtudeCore", "EtudeModel", asyncHTTPClient, nioCore, nioHTTP1, nioSSL]
        ),
        .target(
            name: "EtudeIngest",
            dependencies: ["EtudeCore", "EtudeText", "EtudeStore", "EtudeMarkup", "EtudePrompt", yams]
        ),
        .target(name: "EtudeSample", dependencies: ["EtudeCore", "EtudeText"]),
        .target(name: "EtudeGenerate", dependencies: ["EtudeCore", "EtudeText", "EtudeModel", "EtudePrompt"]),
        .target(name: "EtudeJudge", dependencies: ["EtudeCore", "EtudeText", "EtudeModel", "EtudePrompt"]),
        .target(name: "EtudeCurate", dependencies: ["EtudeCore", "EtudeText", "CMinHash"]),
        .target(name: "EtudePublish", dependencies: ["EtudeCore", "EtudeText", "EtudeFlow", "EtudeStore"]),

        // The whole, and the tool.
        .target(
            name: "EtudePipeline",
            dependencies: [
                "EtudeCore", "EtudeText", "EtudeFlow", "EtudeStore", "EtudeModel", "EtudePrompt", "EtudeHTTP",
                "EtudeIngest", "EtudeSample", "EtudeGenerate", "EtudeJudge", "EtudeCurate", "EtudePublish",
            ]
        ),
        .executableTarget(
            name: "etude",
            dependencies: [
                "EtudeCore", "EtudeText", "EtudeFlow", "EtudeIngest", "EtudeJudge", "EtudePipeline", "EtudePublish",
                "EtudeCurate", argumentParser,
            ]
        ),

        // Tests and what they share.
        .target(
            name: "EtudeTesting",
            dependencies: ["EtudeCore", "EtudeModel", "EtudeStore", flyingFox]
        ),
    ]
        + tests("EtudeCore")
        + tests("EtudeText")
        + tests("EtudeFlow")
        + tests("EtudeStore", [grdb])
        + tests("EtudeMarkup")
        + tests("EtudeModel")
        + tests("EtudePrompt")
        + tests("EtudeHTTP", ["EtudeModel", nioCore, nioHTTP1, nioPosix, nioSSL])
        + tests("EtudeIngest", ["EtudePrompt", "EtudeStore"])
        + tests("EtudeSample")
        + tests("EtudeGenerate", ["EtudeModel", "EtudePrompt", "EtudeIngest"])
        + tests("EtudeJudge", ["EtudeModel", "EtudePrompt", "EtudeIngest", "EtudeGenerate"])
        + tests("EtudeCurate", ["CMinHash", "EtudeStore"])
        + tests("EtudePublish", ["EtudeStore"])
        + tests(
            "EtudePipeline",
            [
                "EtudeStore", "EtudeModel", "EtudePrompt", "EtudeIngest", "EtudeJudge", "EtudePublish", "EtudeCurate",
                "EtudeSample", "EtudeHTTP", "EtudeFlow", "EtudeGenerate",
            ]
        )
        + tests(
            "etude",
            [
                "EtudePipeline", "EtudeFlow", "EtudeModel", "EtudeStore", "EtudePublish", "EtudeCurate", "EtudeSample",
                argumentParser,
            ]
        ),
    cLanguageStandard: .c2x
)

/// The test target of one module, with what its tests need beside it.
func tests(_ module: String, _ more: [Target.Dependency] = []) -> [Target] {
    var dependencies: [Target.Dependency] = [.byName(name: module), "EtudeTesting"] + more
    for shared in ["EtudeCore", "EtudeText"] where shared != module {
        dependencies.append(.byName(name: shared))
    }
    // Fixtures are read from the checkout and are no resources of a bundle.
    let folders = ["Fixtures"]
    let fixtures = [
        "EtudeText": folders, "EtudeJudge": folders, "EtudeCurate": folders, "EtudeIngest": folders,
        "EtudePipeline": folders, "etude": ["Golden"],
    ]
    return [.testTarget(name: "\(module)Tests", dependencies: dependencies, exclude: fixtures[module] ?? [])]
}

for target in package.targets where target.type != .system && !["CShipped", "CBytes", "CMinHash"].contains(target.name)
{
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InferIsolatedConformances"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
        .treatWarning("ExplicitSendable", as: .error),
    ]
}
