public import EtudeCore

/// The time during which the pools of skills and topics stayed as they were, and what was drawn from them.
///
/// A change of a pool alters the ranks of its combinations, so that a new epoch begins, with permutations of its own.
public struct SampleEpoch: Sendable, Hashable {
    /// Its number, from 0.
    public let number: Int
    /// The pools.
    public let division: Division
    /// What each cell was given and has decided.
    public let cells: [CellHistory]

    /// An epoch.
    ///
    /// - Parameters:
    ///   - number: its number, from 0.
    ///   - division: the pools; closed tuples do not matter here.
    ///   - cells: what each cell was given and has decided.
    public init(number: Int, division: Division, cells: [CellHistory]) {
        self.number = number
        self.division = division
        self.cells = cells
    }

    /// Whether the pools of a division are those of the epoch, in the same order.
    func hasPools(of other: Division) -> Bool {
        [division.trainSkills, division.heldOutSkills, division.trainTopics, division.heldOutTopics]
            == [other.trainSkills, other.heldOutSkills, other.trainTopics, other.heldOutTopics]
    }

    /// The seed of the epoch's permutations.
    ///
    /// - Parameters:
    ///   - seed: the seed of all samples.
    ///   - number: the epoch's number.
    /// - Returns: the seed itself for the first epoch.
    static func seed(_ seed: Seed, epoch number: Int) -> Seed {
        number == 0 ? seed : seed.child("epoch", String(number))
    }

    /// The first position of a space that no cell was given.
    func occupied(_ space: String) -> UInt128 {
        cells.filter { $0.space == space }.compactMap(\.blocks.last?.upperBound).max() ?? 0
    }

    /// The epoch as a JSON object.
    public var json: JSONValue {
        func ids(_ list: [String]) -> JSONValue { .array(list.map(JSONValue.string)) }
        return [
            "epoch": .int(number), "train_skills": ids(division.trainSkills),
            "held_out_skills": ids(division.heldOutSkills), "train_topics": ids(division.trainTopics),
            "held_out_topics": ids(division.heldOutTopics), "cells": .array(cells.map(\.json)),
        ]
    }

    /// Reads what ``json`` makes.
    ///
    /// - Parameter json: the object.
    /// - Throws: ``EtudeError`` with code `data` naming the key that is wrong.
    public init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        let number = try reader.int("epoch")
        let division = Division(
            trainSkills: try reader.strings("train_skills"),
            heldOutSkills: try reader.strings("held_out_skills"),
            trainTopics: try reader.strings("train_topics"),
            heldOutTopics: try reader.strings("held_out_topics")
        )
        var cells: [CellHistory] = []
        for cell in try reader.array("cells") { cells.append(try CellHistory(json: cell)) }
        try reader.refuseOtherKeys()
        self.init(number: number, division: division, cells: cells)
    }
}
