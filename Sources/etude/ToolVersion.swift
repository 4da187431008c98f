import EtudePipeline

/// The version that `--version`, manifests and cards show.
enum ToolVersion {
    static let text = PipelineRun.toolVersion
}
