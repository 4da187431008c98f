import EtudeCore
import NIOSSL

/// Whom a client believes.
enum TLSTrust {
    /// The authorities of the system; host names are compared, and nothing older than TLS 1.2 is spoken.
    static var system: TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        return configuration
    }

    /// The authorities of the system, and those of a file.
    ///
    /// - Parameter caFile: a file of certificates (PEM); nil for none.
    /// - Returns: the configuration of a client.
    /// - Throws: ``EtudeError`` with code `config` if the file is missing or holds no certificate.
    static func configuration(caFile: String?) throws(EtudeError) -> TLSConfiguration {
        var configuration = system
        guard let caFile else { return configuration }
        guard let certificates = try? NIOSSLCertificate.fromPEMFile(caFile), !certificates.isEmpty else {
            throw EtudeError(
                .config,
                "The file \(caFile) cannot be read, or holds no certificates; it should hold some in the form PEM."
            )
        }
        configuration.additionalTrustRoots = [.certificates(certificates)]
        return configuration
    }
}
