import Courseware
import Interpreter

/// What Tab offers: commands, their arguments, and the language's names, members and labels.
extension Repl {
  package func complete(_ request: CompletionRequest) -> CompletionAnswer {
    let before = String(decoding: Array(request.line.utf8.prefix(request.start)), as: UTF8.self)
    if pending.isEmpty || before.trimmed == ":" {
      if before.trimmed == ":" || before.trimmed == "%" {
        return words(Command.allCases.map(\.name), beginning: request.word, append: " ")
      }
      if case .command(let command, _) = Command.read(before),
        before.trimmed.first == ":" || before.trimmed.first == "%"
      {
        return arguments(of: command, request)
      }
    }
    return language(request, pending: pending)
  }

  private func arguments(of command: Command, _ request: CompletionRequest) -> CompletionAnswer {
    switch command {
    case .run: return .files
    case .learn: return words(course.entries.compactMap(\.id), beginning: request.word, append: nil)
    case .help: return words(Command.allCases.map(\.name), beginning: request.word, append: nil)
    case .set: return words(Budgets.Name.allCases.map(\.rawValue), beginning: request.word, append: " ")
    case .doc, .type, .time, .timeit:
      // The command is no Swift: only what stands behind it is completed.
      guard let space = request.line.firstIndex(of: " ") else { return .words([], append: nil) }
      let offset = request.line.utf8.distance(from: request.line.startIndex, to: request.line.index(after: space))
      let line = String(request.line[request.line.index(after: space)...])
      let inner = CompletionRequest(line: line, start: request.start - offset, end: request.end - offset)
      return language(inner, pending: [])
    default: return .words([], append: nil)
    }
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
