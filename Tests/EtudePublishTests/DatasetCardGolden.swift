/// The card of the small release.
enum DatasetCardGolden {
    static let text = #"""
        """#
}
