import EtudeModel

/// The header field in which a key goes to a server.
enum KeyHeader: String, Sendable {
    /// `Authorization: Bearer …`.
    case bearer = "authorization"
    /// Azure's.
    case azure = "api-key"
    /// Anthropic's.
    case anthropic = "x-api-key"

    /// The value of the field.
    func value(of key: Secret) -> String { self == .bearer ? "Bearer \(key.value)" : key.value }
}
