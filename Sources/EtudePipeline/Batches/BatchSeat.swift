import EtudeCore
import EtudeHTTP
import EtudeModel

/// Who takes the batches of a model block.
struct BatchSeat: Sendable {
    /// The name that journal keys carry.
    let model: String
    /// The price of tokens, where the user gave one.
    let price: TokenPrice?
    /// The provider, with the model's name, address and key.
    let provider: any BatchProvider

    /// A seat.
    init(model: String, price: TokenPrice? = nil, provider: any BatchProvider) {
        self.model = model
        self.price = price
        self.provider = provider
    }
}

extension BatchSeat {
    /// The seat of a model block.
    ///
    /// - Parameters:
    ///   - block: the name of the block.
    ///   - spec: the pipeline.
    ///   - service: the connections of the run.
    /// - Throws: ``EtudeError`` with code `config` if there is no such block, its provider takes no batches, or its address or
    ///   key cannot be used.
    init(block: String, of spec: PipelineSpec, service: HTTPService) throws(EtudeError) {
        guard let model = spec.model(block) else {
            throw EtudeError(
                .config,
                """
                A batch waits for the model block `\(block)`, which the pipeline file no longer has. Put it back until the \
                batch is collected, or remove the state of the batch to give its answers up.
                """,
                at: Place(file: spec.file, key: "models")
            )
        }
        let endpoint = try spec.placing(at: "models.\(block).base_url") { () throws(EtudeError) in
            try Endpoint(model.baseURLs.first ?? "", allowsPlainHTTP: model.allowsHTTP)
        }
        let provider: any BatchProvider = try spec.placing(at: "models.\(block)") { () throws(EtudeError) in
            var key: Secret?
            if let source = model.key { key = try SecretReader.read(source, of: spec) }
            let timeout = Duration.seconds(model.limits.attemptTimeout)
            switch model.provider {
            case .openai:
                return try OpenAIBatches(
                    model: model.model,
                    endpoint: endpoint,
                    apiKey: key,
                    service: service,
                    timeout: timeout,
                    capabilities: OpenAIModel.Capabilities(
                        profile: model.profile,
                        tokenLimitField: model.tokenLimitField
                    )
                )
            case .anthropic:
                return try AnthropicBatches(
                    model: model.model,
                    endpoint: endpoint,
                    apiKey: key,
                    service: service,
                    timeout: timeout
                )
            case .builtin, .replay:
                throw EtudeError(.config, "The provider `\(model.provider.rawValue)` takes no batches.")
            }
        }
        self.init(model: model.modelID, price: model.price?.token, provider: provider)
    }
}
