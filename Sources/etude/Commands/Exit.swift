import ArgumentParser
import EtudeCore

/// Turns failures into a sentence on standard error and the exit code of the contract.
enum Exit {
    /// Runs a command's work.
    static func guarding(_ work: () throws -> Void) throws {
        do { try work() } catch { throw code(of: error) }
    }

    /// Runs a command's work.
    static func guarding(_ work: () async throws -> Void) async throws {
        do { try await work() } catch { throw code(of: error) }
    }

    private static func code(of error: any Error) -> ExitCode {
        switch error {
        case let exit as ExitCode: return exit
        case let failure as EtudeError:
            Terminal.say("etude: \(Terminal.visible(failure.description))")
            return ExitCode(failure.code.rawValue)
        default:
            Terminal.say("etude: fault: \(Terminal.visible("\(error)"))")
            return ExitCode(EtudeError.Code.fault.rawValue)
        }
    }
}
