import EtudeCore

extension CatalogImport {
    /// Leaves only what entries of one part have, and notes what is left out.
    ///
    /// - Parameter part: skills or topics.
    public mutating func keep(only part: CatalogPart) {
        for field in Field.foreign(to: part) {
            var (count, first): (Int, CatalogEntry?) = (0, nil)
            for index in entries.indices where field.has(entries[index]) {
                first = first ?? entries[index]
                count += 1
                remove(field, at: index)
            }
            guard let first else { continue }
            let many = count == 1 ? "1 entry" : "\(count) entries"
            note(
                "other-part",
                "\(part == .skills ? "Skills" : "Topics") have no \(field.name), which \(many) lost.",
                first
            )
        }
    }

    /// A field that only skills or only topics have.
    struct Field {
        let name: String
        let has: (CatalogEntry) -> Bool
        let remove: (inout CatalogEntry) -> Void

        /// The fields that entries of a part do not have.
        static func foreign(to part: CatalogPart) -> [Field] {
            switch part {
            case .skills:
                [
                    Field(name: "lexicon") {
                        !$0.lexicon.entries.isEmpty
                    } remove: {
                        $0.lexicon = Lexicon()
                    }
                ]
            case .topics:
                [
                    Field(name: "inflections") {
                        !$0.inflections.isEmpty
                    } remove: {
                        $0.inflections = []
                    },
                    Field(name: "category") {
                        $0.category != nil
                    } remove: {
                        $0.category = nil
                    },
                    Field(name: "definition") {
                        !$0.definition.isEmpty
                    } remove: {
                        $0.definition = ""
                    },
                    Field(name: "examples") {
                        !$0.examples.isEmpty
                    } remove: {
                        $0.examples = []
                    },
                    Field(name: "counterexample") {
                        $0.counterexample != nil
                    } remove: {
                        $0.counterexample = nil
                    },
                    Field(name: "related") {
                        !$0.related.isEmpty
                    } remove: {
                        $0.related = []
                    },
                    Field(name: "realizations") {
                        !$0.realizations.isEmpty
                    } remove: {
                        $0.realizations = []
                    },
                ]
            }
        }

        private init(
            name: String,
            has: @escaping (CatalogEntry) -> Bool,
            remove: @escaping (inout CatalogEntry) -> Void
        ) {
            self.name = name
            self.has = has
            self.remove = remove
        }
    }
}
