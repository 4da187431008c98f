import EtudeCore
import EtudeModel
import EtudeStore
import Glibc

/// Reads keys from where the pipeline file says they are; they go nowhere but into the request's header (rule 9).
enum SecretReader {
    static func read(_ source: ModelSpec.KeySource, of spec: PipelineSpec) throws(EtudeError) -> Secret {
        switch source {
        case .environment(let variable):
            guard let value = unsafe getenv(variable).map({ unsafe String(cString: $0) }), !value.isEmpty else {
                throw EtudeError(
                    .config,
                    "The environment variable \(variable) that holds a key is not set; export it before the run."
                )
            }
            return Secret(value)
        case .file(let path):
            // Where systemd hands a service its secrets (systemd.exec(5)).
            let credentials = unsafe getenv("CREDENTIALS_DIRECTORY").map { unsafe String(cString: $0) }
            let path = try spec.resolve(path, orIn: credentials)
            var status = stat()
            guard unsafe stat(path, &status) == 0 else {
                throw EtudeError(.config, "The key file \(path) cannot be read.")
            }
            guard status.st_mode & 0o077 == 0 else {
                throw EtudeError(.config, "Others can read the key file \(path); run `chmod 600 \(path)`.")
            }
            let text = String(decoding: try RealFileSystem().read(path), as: UTF8.self)
            return Secret(String(text.prefix { $0 != "\n" && $0 != "\r\n" }))
        }
    }
}
