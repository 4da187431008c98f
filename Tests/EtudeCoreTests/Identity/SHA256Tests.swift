import EtudeCore
import Testing

@Suite struct SHA256Tests {
    /// The examples of FIPS 180-2, appendix B, and the empty message.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
    func `the standard's examples have the standard's digests`(text: String, hex: String) {
        #expect(SHA256.digest(of: text).hex == hex)
        #expect(SHA256.digest(of: Array(text.utf8)).hex == hex)
    }

    @Test func `parts have the digest of the whole, contiguous or not`() {
        let text = Array("A text of several parts.".utf8)
        var hash = SHA256()
        hash.update(text[..<5])
        hash.update([])
        hash.update(text[5...].lazy.map { $0 })
        #expect(hash.finish() == SHA256.digest(of: text))
    }

    @Test func `a digest is shown whole, in part and as a number`() {
        let digest = SHA256.digest(of: "abc")
        #expect(digest.bytes.count == 32)
        #expect(digest.hex(first: 16) == "ba7816bf8f01cfea")
        #expect(digest.leadingWord == 0xBA78_16BF_8F01_CFEA)
    }
}
