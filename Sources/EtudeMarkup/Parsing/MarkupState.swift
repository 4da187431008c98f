import CLibXML2
import EtudeCore

/// The first error that libxml2 reported to a parser or an XPath context.
@safe final class MarkupState {
    let pointer: UnsafeMutablePointer<etude_markup_state>

    init() {
        unsafe pointer = .allocate(capacity: 1)
        unsafe pointer.initialize(to: etude_markup_state())
    }

    deinit { unsafe pointer.deallocate() }

    /// The error's line and what libxml2 says of it, on one line and without control characters.
    var failure: (line: Int, reason: String)? {
        guard unsafe pointer.pointee.failed != 0 else { return nil }
        let message = unsafe withUnsafeBytes(of: &pointer.pointee.message) { bytes in
            unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        let words = message.split { $0.isWhitespace || $0.unicodeScalars.contains { $0.properties.isControl } }
        return unsafe (Int(pointer.pointee.line), words.joined(separator: " "))
    }

    /// Forgets the error, so that the next is taken.
    func clear() { unsafe pointer.pointee.failed = 0 }
}

extension Unicode.Scalar.Properties {
    /// Whether the scalar is one of C0, DEL and C1.
    var isControl: Bool { generalCategory == .control }
}
