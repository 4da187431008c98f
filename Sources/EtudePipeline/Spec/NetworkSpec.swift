import EtudeCore
import EtudeIngest

/// How servers are reached: `network: { ca_file: FILE, connect_timeout: 10 }`.
public struct NetworkSpec: Sendable, Hashable {
    /// A file of certificates (PEM) that are trusted besides those of the system, relative to the pipeline file.
    public var caFile: String?
    /// Seconds until a connection that does not come about is given up.
    public var connectTimeout = 10

    init(_ reader: YAMLReader?) throws(EtudeError) {
        guard var reader else { return }
        caFile = try reader.string("ca_file")
        connectTimeout = try reader.int("connect_timeout", in: 1...600) ?? connectTimeout
        try reader.refuseUnknownKeys()
    }
}
