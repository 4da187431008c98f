import EtudeCore
import EtudeHTTP
import EtudeModel

/// The servers of a model block, one for each of its addresses.
struct RemoteServers {
    let spec: ModelSpec
    let pipeline: PipelineSpec

    /// The models, each of which tries once.
    ///
    /// - Parameter connections: the connections of the run.
    /// - Returns: one for each address, in their order.
    /// - Throws: ``EtudeError`` with code `config` for an address or a key that is missing or wrong.
    func models(_ connections: HTTPService) throws(EtudeError) -> [any RemoteModel] {
        let key = try pipeline.placing(at: "models.\(spec.name).api_key") { () throws(EtudeError) -> Secret? in
            guard let source = spec.key else { return nil }
            return try SecretReader.read(source, of: pipeline)
        }
        var models: [any RemoteModel] = []
        for address in spec.baseURLs { models.append(try model(address, key, connections)) }
        return models
    }

    private func model(
        _ address: String,
        _ key: Secret?,
        _ connections: HTTPService
    ) throws(EtudeError) -> any RemoteModel {
        let endpoint = try pipeline.placing(at: "models.\(spec.name).base_url") { () throws(EtudeError) in
            try Endpoint(address, allowsPlainHTTP: spec.allowsHTTP)
        }
        let timeout = Duration.seconds(spec.limits.attemptTimeout)
        return try pipeline.placing(at: "models.\(spec.name)") { () throws(EtudeError) -> any RemoteModel in
            if spec.provider == .anthropic {
                return try AnthropicModel(
                    name: spec.modelID,
                    model: spec.model,
                    endpoint: endpoint,
                    apiKey: key,
                    service: connections,
                    timeout: timeout
                )
            }
            return try OpenAIModel(
                name: spec.modelID,
                model: spec.model,
                endpoint: endpoint,
                apiKey: key,
                service: connections,
                timeout: timeout,
                capabilities: OpenAIModel.Capabilities(
                    profile: spec.profile,
                    tokenLimitField: spec.tokenLimitField
                )
            )
        }
    }
}

extension HTTPService {
    /// The connections of a pipeline's models, with the proxies that the environment names.
    convenience init(_ spec: PipelineSpec) throws(EtudeError) {
        var caFile: String?
        if let file = spec.network.caFile { caFile = try spec.resolve(file) }
        try self.init(
            Configuration(
                connections: spec.models.map(\.concurrency).reduce(1, +),
                connectTimeout: .seconds(spec.network.connectTimeout),
                caFile: caFile,
                proxies: .ofProcess()
            )
        )
    }
}
