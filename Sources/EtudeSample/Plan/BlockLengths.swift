import EtudeCore

/// How a space is shared out among its cells.
struct BlockLengths {
    /// The length of each cell's block.
    let lengths: [UInt128]
    /// Where the space is too small for rows × candidates, a sentence that says so.
    let shrunk: String?

    /// Shares a space out among the cells that draw from it.
    ///
    /// - Throws: ``EtudeError`` with code `config` where the cells ask for more rows than the space holds.
    init(_ cells: [CellDraft], candidates: Int, isExhaustive: Bool) throws(EtudeError) {
        let size = cells[0].space.size
        let rows = cells.map { UInt128($0.cell.rows) }
        let asked = rows.reduce(0, +)
        guard asked <= size else {
            let names = cells.map(\.cell.name).joined(separator: ", ")
            throw EtudeError(.config, "\(names) ask for \(asked) rows together, and their space holds \(size) combinations.")
        }
        let wanted = rows.map { $0 * UInt128(candidates) }
        let total = wanted.reduce(0, +)
        guard isExhaustive || total > size else {
            lengths = wanted
            shrunk = nil
            return
        }
        // Everything in proportion to the rows; what division leaves over goes to the first cells.
        var shares = rows.map { Self.share(of: size, $0, asked) }
        var left = size - shares.reduce(0, +)
        for index in shares.indices where left > 0 {
            shares[index] += 1
            left -= 1
        }
        lengths = shares
        shrunk = isExhaustive ? nil : "holds \(size) combinations, fewer than the \(total) positions of rows × candidates; "
            + "each cell has a share of it."
    }

    /// size × rows / asked without overflow.
    private static func share(of size: UInt128, _ rows: UInt128, _ asked: UInt128) -> UInt128 {
        let product = size.multipliedFullWidth(by: rows)
        return asked.dividingFullWidth(product).quotient
    }
}
