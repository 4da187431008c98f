import Glibc

/// The two streams of the tool: payload on standard output, everything else on standard error.
enum Terminal {
    /// Writes a line of payload.
    static func print(_ line: String) { write(line + "\n", to: STDOUT_FILENO) }

    /// Writes a line for a person.
    static func say(_ line: String) { write(line + "\n", to: STDERR_FILENO) }

    /// Writes a line of payload, to standard error where one of some files is standard output: that holds nothing else then.
    static func print(_ line: String, besides files: [String?]) {
        if files.contains("-") { say(line) } else { print(line) }
    }

    /// Writes text without a line feed to standard error.
    static func draw(_ text: String) { write(text, to: STDERR_FILENO) }

    /// Whether standard error is a terminal.
    static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

    /// The columns and rows of the terminal on standard error, or 80 and 24.
    static var size: (columns: Int, rows: Int) {
        var window = winsize()
        let known = unsafe ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &window) == 0
        guard known, window.ws_col > 0, window.ws_row > 0 else { return (80, 24) }
        return (Int(window.ws_col), Int(window.ws_row))
    }

    /// Text that models or files wrote, with everything that could steer a terminal made visible: control characters but
    /// line feed and tab, escapes, and marks that reverse the direction of writing.
    static func visible(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A: result.unicodeScalars.append(scalar)
            case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C:
                result += "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func write(_ text: String, to stream: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(stream, $0.baseAddress, $0.count) }
            if written > 0 {
                bytes = bytes.dropFirst(written)
            } else if errno != EINTR {
                // A closed pipe is how `| head` ends a command; nobody is left to be told.
                return
            }
        }
    }
}
