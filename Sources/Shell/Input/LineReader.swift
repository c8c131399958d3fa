#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What came of asking for a line.
package enum LineEvent: Equatable {
  /// May hold several lines: a paste, or an earlier cell taken from the history.
  case line(String)
  /// F2: what was typed so far, to be written on in an editor.
  case edit(String)
  /// Ctrl-C: what was typed is dropped.
  case interrupted
  /// Ctrl-D, or the end of the file.
  case end
}

/// Where the learner's lines come from: a keyboard, or a pipe.
package protocol LineReader: AnyObject {
  /// - Parameter indentation: Spaces that a keyboard's line begins with.
  func read(prompt: StyledText, indentation: String) -> LineEvent
  /// Keeps a whole cell for later sessions.
  func remember(_ entry: String)
  /// What was entered before, oldest first.
  var history: [String] { get }
  /// Asked for what fits at a place of the line.
  var completer: (any LineCompleter)? { get set }
}

package protocol LineCompleter: AnyObject {
  func complete(_ request: CompletionRequest) -> CompletionAnswer
  /// Whether the word behind `before` ends at a space only, whatever else stands in it.
  func isPartedBySpaces(behind before: String) -> Bool
}

extension LineReader {
  package func read(prompt: StyledText) -> LineEvent { read(prompt: prompt, indentation: "") }
}

/// A place in the line that is being typed.
package struct CompletionRequest: Equatable {
  package var line: String
  /// UTF-8 offsets of the word that is to be completed.
  package var start: Int
  package var end: Int

  package init(line: String, start: Int, end: Int) {
    self.line = line
    self.start = start
    self.end = end
  }

  package var word: String {
    let bytes = Array(line.utf8)
    guard start >= 0, start <= end, end <= bytes.count else { return "" }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

package enum CompletionAnswer: Equatable {
  /// Words that may stand in the place of the one typed; `append` follows where there is only one.
  case words([String], append: Character?)
  case files
}

/// Lines from a pipe or a file. What is read is shown behind its prompt, so that the output reads like a session.
package final class PipeReader: LineReader {
  package weak var completer: (any LineCompleter)?
  package private(set) var history: [String] = []
  private let descriptor: Int32
  private let output: Output
  private var pending: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  package init(descriptor: Int32 = 0, output: Output) {
    self.descriptor = descriptor
    self.output = output
  }

  package func read(prompt: StyledText, indentation: String) -> LineEvent {
    output.flush()
    guard output.isOpen, let line = nextLine() else { return .end }
    // An empty line is Enter: what it runs is on the screen already.
    if !line.trimmed.isEmpty { output.writeLine(prompt + StyledText(line)) }
    return .line(line)
  }

  package func remember(_ entry: String) { history.append(entry) }

  private func nextLine() -> String? {
    while true {
      if let end = pending[start...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return text(pending[start..<end])
      }
      if isAtEnd {
        defer { start = pending.count }
        return start < pending.count ? text(pending[start...]) : nil
      }
      fill()
    }
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes, as: UTF8.self)
  }

  private func fill() {
    pending.removeFirst(start)
    start = 0
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    #if canImport(Glibc)
      let count = Glibc.read(descriptor, &chunk, chunk.count)
    #else
      let count = Darwin.read(descriptor, &chunk, chunk.count)
    #endif
    if count > 0 {
      pending += chunk[..<count]
    } else if count == 0 || errno != EINTR {
      isAtEnd = true
    }
  }
}
