import Courseware
import Interpreter

/// What Tab offers: commands, their arguments, and the language's names, members and labels.
extension Repl: LineCompleter {
  package func complete(_ request: CompletionRequest) -> CompletionAnswer {
    let before = String(decoding: Array(request.line.utf8.prefix(request.start)), as: UTF8.self)
    if before.trimmed == ":" || before.trimmed == "%" && pending.isEmpty {
      return words(Command.all.map(\.name), beginning: request.word, append: " ")
    }
    guard let command = command(before) else { return language(request, pending: pending) }
    switch argument(of: command, before) {
    case nil: return .words([], append: nil)
    case .file: return .files
    case .lesson: return words(course.entries.compactMap(\.id), beginning: request.word, append: nil)
    case .command: return words(Command.all.map(\.name), beginning: request.word, append: nil)
    case .words(let list): return words(list, beginning: request.word, append: " ")
    case .variable:
      return .words(session.variables.map(\.name).filter { $0.hasPrefix(request.word) }.sorted(), append: " ")
    case .code, .name:
      // The command is no Swift: only what stands behind it is completed.
      guard let space = request.line.firstIndex(of: " ") else { return .words([], append: nil) }
      let offset = request.line.utf8.distance(from: request.line.startIndex, to: request.line.index(after: space))
      let line = String(request.line[request.line.index(after: space)...])
      let inner = CompletionRequest(line: line, start: request.start - offset, end: request.end - offset)
      return language(inner, pending: [])
    }
  }

  package func isPartedBySpaces(behind before: String) -> Bool {
    command(before).flatMap { argument(of: $0, before) }?.isPartedBySpaces ?? false
  }

  /// The command that a line begins with; nil for Swift.
  private func command(_ before: String) -> Command? {
    guard pending.isEmpty, before.trimmed.first == ":" || before.trimmed.first == "%",
      case .command(let command, _) = Command.read(before)
    else { return nil }
    return command
  }

  /// What may stand as the command's first argument, its second, ...: `before` is the line up to the word.
  private func argument(of command: Command, _ before: String) -> Command.Argument? {
    let position = before.split(separator: " ").count - 1
    guard position >= 0, let last = command.takes.last else { return nil }
    return position < command.takes.count ? command.takes[position] : last
  }

  private func language(_ request: CompletionRequest, pending: [String]) -> CompletionAnswer {
    let above = pending.map { $0 + "\n" }.joined()
    let found = session.completions(in: above + request.line, at: above.utf8.count + request.end)
    var seen: Set<String> = []
    let texts = found.map { $0.kind == .label ? $0.text + " " : $0.text }.filter { seen.insert($0).inserted }
    return .words(texts, append: nil)
  }

  private func words(_ candidates: [String], beginning start: String, append: Character?) -> CompletionAnswer {
    .words(candidates.filter { $0.hasPrefix(start.lowercased()) }.sorted(), append: append)
  }
}
