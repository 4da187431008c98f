import EtudeModel

/// Names that a provider gives to batches and files, before they become part of an address.
enum BatchName {
    /// A name that can stand in an address as it is.
    ///
    /// - Parameter name: the name that a reply holds.
    /// - Returns: the name.
    /// - Throws: ``ModelFailure`` of kind `invalidBody` for anything but 1 to 200 letters, digits, `_`, `-` and `.`.
    static func checked(_ name: String?) throws(ModelFailure) -> String {
        let isPlain = name?.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
                true
            default: false
            }
        }
        guard let name, isPlain == true, (1...200).contains(name.utf8.count), !name.hasPrefix(".") else {
            throw ModelFailure(.invalidBody, "The provider gave a batch or file no name, or one that is not plain.")
        }
        return name
    }
}
