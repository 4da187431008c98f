import EtudePipeline

/// The plan of the starter pipeline, resolved once for all tests.
enum StarterPlan {
    private static let resolved = Result { try PipelinePlan.resolve(try StarterPipeline.spec(overrides: [])) }

    static var plan: PipelinePlan {
        get throws { try resolved.get() }
    }
}
