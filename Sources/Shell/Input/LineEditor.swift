import CReadline

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Lines from the keyboard, edited with GNU Readline.
///
/// Readline's callback interface is used, so that waiting is ours: a signal is seen at once and nothing is typed twice.
/// There is one Readline in a process, and so one editor.
package final class LineEditor: LineReader {
  package weak var completer: (any LineCompleter)?
  private let output: Output
  private let historyFile: String?
  fileprivate var answer: LineEvent?
  fileprivate var indentation = ""
  /// F2 was pressed.
  fileprivate var wantsEditor = false

  /// - Parameter historyFile: Where entries are kept across sessions; nil keeps them for this one.
  package init(output: Output, historyFile: String?) {
    self.output = output
    self.historyFile = historyFile
    useUnicode()
    readline_configure(readlineName, wordBreaks, completeWord, chooseWordBreaks)
    rl_bind_key(Int32(UInt8(ascii: "\t")), completeOrIndent)
    rl_bind_key(Int32(UInt8(ascii: "}")), insertBrace)
    for keys in LineEditor.functionKey2 { rl_bind_keyseq(keys, openEditor) }
    readline_set_start(indent)
    readline_configure_history()
    using_history()
    stifle_history(LineEditor.entriesInMemory)
    if let historyFile { read_history(historyFile) }
  }

  /// As xterm, rxvt and the Linux console send it.
  private static let functionKey2 = ["\\eOQ", "\\e[12~", "\\e[[B"]
  private static let entriesInMemory: Int32 = 2_000

  package func read(prompt: StyledText, indentation: String) -> LineEvent {
    output.flush()
    editor = self
    answer = nil
    self.indentation = indentation
    rl_callback_handler_install(markedPrompt(prompt)) { line in
      guard let editor else { return }
      rl_callback_handler_remove()
      if let line {
        editor.answer = .line(String(cString: line))
        free(line)
      } else {
        editor.answer = .end
      }
    }
    while answer == nil { step() }
    if case .line(let line)? = answer { return .line(withoutSurplusIndentation(line)) }
    return answer ?? .end
  }

  /// Who types or pastes their own indentation behind ours means theirs.
  private func withoutSurplusIndentation(_ line: String) -> String {
    guard !indentation.isEmpty, line.hasPrefix(indentation) else { return line }
    let typed = line.dropFirst(indentation.count)
    let own = typed.prefix { $0 == " " }.count
    let isClosing = typed.dropFirst(own).hasPrefix("}") && own == indentation.count - 2
    return own == typed.count || own >= indentation.count || (own > 0 && isClosing) ? String(typed) : line
  }

  private func step() {
    let hasInput = Signals.shared.waitForInput(0)
    if Signals.shared.hasEnded {
      rl_callback_handler_remove()
      answer = .end
    } else if Signals.shared.takeInterrupt() {
      rl_callback_sigcleanup()
      rl_free_line_state()
      rl_callback_handler_remove()
      output.write("^C\n")
      output.flush()
      answer = .interrupted
    } else {
      if Signals.shared.takeResize() { rl_resize_terminal() }
      if Signals.shared.takeResume() {
        // Back from Ctrl-Z: whoever had the terminal in between left it in their own state.
        rl_prep_terminal(1)
        rl_forced_update_display()
      }
      if hasInput { rl_callback_read_char() }
      if wantsEditor { leaveForEditor() }
    }
  }

  private func leaveForEditor() {
    wantsEditor = false
    let text = readline_buffer().map { String(cString: $0) } ?? ""
    rl_callback_handler_remove()
    output.write("\n")
    output.flush()
    answer = .edit(withoutSurplusIndentation(text))
  }

  /// The prompt with marks around what takes no space.
  private func markedPrompt(_ prompt: StyledText) -> String {
    guard output.usesColour else { return prompt.rendered(colour: false) }
    return prompt.pieces.map { piece in
      let start = piece.style.sequence
      return start.isEmpty ? piece.text : "\u{1}\(start)\u{2}\(piece.text)\u{1}\u{1B}[0m\u{2}"
    }.joined()
  }

  // MARK: - History

  package var history: [String] {
    guard let entries = history_list() else { return [] }
    return (0..<Int(readline_history_length())).compactMap { index in
      entries[index].flatMap { entry in entry.pointee.line.map { String(cString: $0) } }
    }
  }

  package func remember(_ entry: String) {
    guard !entry.trimmed.isEmpty, !entry.utf8.contains(0), history.last != entry else { return }
    add_history(entry)
    add_history_time("#\(time(nil))")
    guard let historyFile else { return }
    // Written at once: nothing is lost if the terminal is closed.
    if append_history(1, historyFile) != 0 {
      let file = open(historyFile, O_CREAT | O_WRONLY | O_APPEND, 0o600)
      if file >= 0 {
        close(file)
        append_history(1, historyFile)
      }
    }
  }

  // MARK: - Completion

  /// Readline's list: first what all words begin with, then the words, if there are several.
  fileprivate func matches(start: Int32, end: Int32) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    readline_finish_completion(1, 0)
    guard let completer, let buffer = readline_buffer() else { return nil }
    let request = CompletionRequest(line: String(cString: buffer), start: Int(start), end: Int(end))
    switch completer.complete(request) {
    case .files:
      readline_finish_completion(0, Int32(UInt8(ascii: " ")))
      return nil
    case .words(let words, let append):
      guard let first = words.first else { return nil }
      readline_finish_completion(1, words.count == 1 ? Int32(append?.asciiValue ?? 0) : 0)
      let common = words.dropFirst().reduce(first) { String($0.commonPrefix(with: $1)) }
      let list = words.count == 1 ? [first] : [common] + words
      let result = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: list.count + 1)
      for (index, word) in list.enumerated() { result[index] = strdup(word) }
      result[list.count] = nil
      return result
    }
  }
}

/// Readline's callbacks carry no context; this is whose line is being read.
nonisolated(unsafe) private weak var editor: LineEditor?

// Readline keeps these pointers, so they live as long as the process.
nonisolated(unsafe) private let readlineName = UnsafePointer(strdup("Convbook") as UnsafeMutablePointer<CChar>)
nonisolated(unsafe) private let wordBreaks = UnsafePointer(
  strdup(" \t\n\"\\'`@$><=;|&{}()[]+-*/%!^~?,.:") as UnsafeMutablePointer<CChar>)

nonisolated(unsafe) private let spaceOnly = strdup(" ")

private func completeWord(
  _ text: UnsafePointer<CChar>?, _ start: Int32, _ end: Int32
) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
  editor?.matches(start: start, end: end)
}

private func chooseWordBreaks() -> UnsafeMutablePointer<CChar>? {
  guard let completer = editor?.completer, let buffer = readline_buffer() else { return nil }
  let line = String(decoding: Array(String(cString: buffer).utf8.prefix(Int(readline_point()))), as: UTF8.self)
  guard let space = line.lastIndex(of: " ") else { return nil }
  return completer.isPartedBySpaces(behind: String(line[...space])) ? spaceOnly : nil
}

/// Tab completes a word; where the line is still empty it indents.
private func completeOrIndent(_ count: Int32, _ key: Int32) -> Int32 {
  guard let buffer = readline_buffer() else { return 0 }
  let line = String(cString: buffer).utf8.prefix(Int(readline_point()))
  if line.allSatisfy({ $0 == UInt8(ascii: " ") }) {
    rl_insert_text("  ")
    return 0
  }
  return rl_complete(count, key)
}

private func openEditor(_ count: Int32, _ key: Int32) -> Int32 {
  editor?.wantsEditor = true
  return 0
}

private func indent() -> Int32 {
  if let editor, !editor.indentation.isEmpty { rl_insert_text(editor.indentation) }
  return 0
}

/// A closing brace at the start of a line stands two columns further left.
private func insertBrace(_ count: Int32, _ key: Int32) -> Int32 {
  if let editor, let buffer = readline_buffer(), editor.indentation.count >= 2,
    String(cString: buffer) == editor.indentation
  {
    rl_delete_text(0, 2)
    readline_move_to(Int32(editor.indentation.count - 2))
  }
  return rl_insert(count, key)
}

/// Letters such as ∂ are one letter to the editor even where the system's language is not set.
private func useUnicode() {
  for name in ["", "C.UTF-8", "en_US.UTF-8"] {
    if setlocale(LC_CTYPE, name) != nil, let codeset = nl_langinfo(Int32(CODESET)), String(cString: codeset) == "UTF-8"
    {
      return
    }
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> Substring {
    let end = zip(indices, other.indices).first { self[$0] != other[$1] }?.0
    return self[..<(end ?? (count <= other.count ? endIndex : index(startIndex, offsetBy: other.count)))]
  }
}
