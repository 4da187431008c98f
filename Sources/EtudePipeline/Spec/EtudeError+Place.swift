import EtudeCore

extension EtudeError {
    /// The failure with a place, unless it has one already.
    func placed(at place: @autoclosure () -> Place) -> EtudeError {
        self.place == nil ? EtudeError(code, message, at: place()) : self
    }
}

extension PipelineSpec {
    /// Does what depends on a key of the pipeline file, which a failure without a place is then about.
    func placing<Value>(at key: String? = nil, _ work: () throws(EtudeError) -> Value) throws(EtudeError) -> Value {
        do {
            return try work()
        } catch {
            throw error.placed(at: Place(file: file, key: key))
        }
    }
}
