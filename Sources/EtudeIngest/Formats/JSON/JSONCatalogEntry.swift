import EtudeCore

/// An entry of a JSON object with the keys of the canonical YAML.
enum JSONCatalogEntry {
    private static let keys = [
        "id", "name", "aliases", "inflections", "category", "definition", "examples", "counterexample", "related",
        "realizations", "lexicon", "source", "license", "origin", "proposed",
    ]

    /// Reads the members of an object, of which some keys need not be known; nil for one with neither name nor id.
    static func read(
        _ members: [JSONMember],
        _ further: [String],
        _ place: Place
    ) throws(EtudeError) -> CatalogEntry? {
        var entry = CatalogEntry(name: "", place: place)
        var name: String?
        for member in members where member.value != .null {
            let value = Value(member, place)
            switch member.key {
            case "id": entry.id = EntryName.line(try value.text())
            case "name": name = EntryName.line(try value.text())
            case "aliases": entry.aliases = try value.texts()
            case "inflections": entry.inflections = try value.texts()
            case "category": entry.category = EntryName.line(try value.text())
            case "definition": entry.definition = try value.text()
            case "examples": entry.examples = try value.texts()
            case "counterexample": entry.counterexample = try counterexample(value)
            case "related": entry.related = try value.texts()
            case "realizations": entry.realizations = try realizations(value)
            case "lexicon": entry.lexicon = try lexicon(value)
            case "source": entry.source = try value.text()
            case "license": entry.license = try value.text()
            case "origin": entry.origin = try value.text()
            case "proposed": entry.isProposal = try value.bool()
            case let key where further.contains(key): break
            default: throw unknown(member.key, keys, place)
            }
        }
        guard name != nil || entry.id != nil else { return nil }
        (entry.id, entry.name) = try EntryName.resolve(id: entry.id, name: name, at: place)
        return entry
    }

    private static func counterexample(_ value: Value) throws(EtudeError) -> Counterexample {
        let members = try value.members(["text", "reason"])
        guard let text = members["text"] else { throw value.failure("should have a `text`") }
        return Counterexample(text: try text.text(), reason: try members["reason"]?.text() ?? "")
    }

    private static func realizations(_ value: Value) throws(EtudeError) -> [Realization] {
        var realizations: [Realization] = []
        for text in try value.texts() {
            do {
                realizations.append(try Realization(text))
            } catch {
                throw EtudeError(error.code, error.message, at: value.place)
            }
        }
        return realizations
    }

    private static func lexicon(_ value: Value) throws(EtudeError) -> Lexicon {
        let members = try value.members(["things", "acts", "places", "roles"])
        return Lexicon(
            things: try members["things"]?.texts() ?? [],
            acts: try members["acts"]?.texts() ?? [],
            places: try members["places"]?.texts() ?? [],
            roles: try members["roles"]?.texts() ?? []
        )
    }

    private static func unknown(_ key: String, _ known: [String], _ place: Place) -> EtudeError {
        let nearest = Suggestion.nearest(to: key, in: known).map { " (did you mean `\($0)`?)" }
        return EtudeError(
            .data,
            "The key `\(key.excerpt)` is not known here\(nearest ?? " (known are \(known.joined(separator: ", ")))")"
                + "; say which key is which field with `--map name=KEY`.",
            at: place
        )
    }

    /// The value of a key, read as one type.
    private struct Value {
        let key: String
        let json: JSONValue
        let place: Place

        init(_ member: JSONMember, _ place: Place) {
            (key, json) = (member.key, member.value)
            self.place = place
        }

        func text() throws(EtudeError) -> String {
            if let number = json.int { return "\(number)" }
            guard let text = json.string else { throw failure("should be a text") }
            return text
        }

        func texts() throws(EtudeError) -> [String] {
            if let text = json.string { return [text] }
            guard let elements = json.array else { throw failure("should be a list of texts") }
            var texts: [String] = []
            for element in elements { texts.append(try Value(JSONMember(key, element), place).text()) }
            return texts
        }

        func bool() throws(EtudeError) -> Bool {
            guard let truth = json.bool else { throw failure("should be true or false") }
            return truth
        }

        func members(_ known: [String]) throws(EtudeError) -> [String: Value] {
            guard let members = json.members else { throw failure("should be an object") }
            var values: [String: Value] = [:]
            for member in members where member.value != .null {
                guard known.contains(member.key) else { throw unknown(member.key, known, place) }
                values[member.key] = Value(member, place)
            }
            return values
        }

        func failure(_ words: String) -> EtudeError {
            EtudeError(.data, "The key `\(key)` \(words).", at: place)
        }
    }
}
