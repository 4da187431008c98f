// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that users never resolve or build it.
let package = Package(
    name: "Fuzzing",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "etude", path: "..")],
    targets: [
        .executableTarget(
            name: "FuzzReaders",
            dependencies: [
                .product(name: "EtudeIngest", package: "etude"),
                .product(name: "EtudeStore", package: "etude"),
            ],
            swiftSettings: [.unsafeFlags(["-parse-as-library"])]
        )
    ]
)
