import Courseware
import Interpreter

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Command {
  static let log = Command(
    "log", arguments: "[FILE or off]", .session, "keep a transcript of what you type and see",
    details:
      "New text is added at the file's end, without colours. `:log off` ends it; `:log` alone says where it goes.",
    examples: [":log monday.txt", ":log off"], takes: [.file]
  ) { repl, arguments in repl.log(arguments) }
}

extension Repl {
  fileprivate func log(_ arguments: String) {
    if arguments.isEmpty {
      let state = screen.output.transcript.map { "The transcript goes to \($0.path)." }
      return screen.say(state ?? "No transcript is kept; `:log FILE` begins one.", .dim)
    }
    // What came before this line is written under the old state.
    screen.output.flush()
    if arguments == "off" {
      guard let path = screen.output.transcript?.path else { return fail("no transcript is kept") }
      screen.output.transcript = nil
      return screen.say("The transcript in \(path) is complete.", .dim)
    }
    do {
      screen.output.transcript = try Transcript(path: expandingHome(arguments))
      screen.say("From here on the transcript goes to \(arguments).", .dim)
    } catch {
      fail(error.description)
    }
  }
}

/// A file that gets a copy of what is on the screen, without the terminal's sequences.
package final class Transcript {
  package struct Problem: Error, CustomStringConvertible {
    package let description: String
  }

  package let path: String
  private let descriptor: Int32

  package init(path: String) throws(Problem) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    if descriptor < 0 {
      throw Problem(description: "cannot write '\(path)': \(String(cString: strerror(errno)))")
    }
  }

  deinit { close(descriptor) }

  package func write(_ bytes: some Sequence<UInt8>) {
    let plain = withoutSequences(Array(bytes))
    var start = 0
    while start < plain.count {
      let count = plain.withUnsafeBytes { buffer in
        systemWrite(descriptor, buffer.baseAddress.map { $0 + start }, plain.count - start)
      }
      if count <= 0 && errno != EINTR { return }
      start += max(0, count)
    }
  }
}

/// Text without the sequences that set colours.
private func withoutSequences(_ bytes: [UInt8]) -> [UInt8] {
  guard bytes.contains(0x1B) else { return bytes }
  var result: [UInt8] = []
  var index = 0
  while index < bytes.count {
    if bytes[index] == 0x1B, index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "[") {
      index += 2
      while index < bytes.count, !(0x40...0x7E).contains(bytes[index]) { index += 1 }
    } else {
      result.append(bytes[index])
    }
    index += 1
  }
  return result
}
