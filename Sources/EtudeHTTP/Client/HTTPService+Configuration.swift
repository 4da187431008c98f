extension HTTPService {
    /// How connections are made, and how much of a reply is read.
    public struct Configuration: Sendable, Hashable {
        /// The most connections to one host (HTTP/1.1).
        ///
        /// It should be no less than the requests that run at once, because a request that waits for a connection longer
        /// than the connect timeout fails.
        public var connections: Int
        /// The longest time that connecting may take, proxy and TLS included.
        public var connectTimeout: Duration
        /// The most bytes of a reply's body that are read.
        public var bodyLimit: Int
        /// The most bytes of a reply's status line and header fields.
        public var headLimit: Int
        /// A file of certificates (PEM) that are trusted beside those of the system; nil for none.
        public var caFile: String?
        /// Which proxies lead where.
        public var proxies: ProxyRules

        /// A configuration; by default no proxy is used, and the system's authorities are trusted.
        public init(
            connections: Int,
            connectTimeout: Duration = .seconds(10),
            bodyLimit: Int = 64 << 20,
            headLimit: Int = 64 << 10,
            caFile: String? = nil,
            proxies: ProxyRules = .none
        ) {
            self.connections = connections
            self.connectTimeout = connectTimeout
            self.bodyLimit = bodyLimit
            self.headLimit = headLimit
            self.caFile = caFile
            self.proxies = proxies
        }
    }
}
