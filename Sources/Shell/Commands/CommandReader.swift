import Interpreter

extension Command {
  /// A line that begins with a colon or a percent sign, or asks about a name with a question mark.
  package enum Line: Equatable {
    case command(Command, arguments: String)
    case unknown(message: String)
    case code
  }

  package static func read(_ line: String) -> Line {
    let text = line.trimmed
    if text == "?" || text == "??" { return .command(.help, arguments: "") }
    if let (command, name) = nameInQuestion(text) { return .command(command, arguments: name) }
    guard text.hasPrefix(":") || text.hasPrefix("%") else { return .code }
    // IPython's `%%timeit` is the same here.
    let body = text.dropFirst(text.hasPrefix("%%") ? 2 : 1)
    let word = body.prefix { !$0.isWhitespace }
    let arguments = body.dropFirst(word.count).trimmed
    if word.isEmpty { return .unknown(message: "a command is a colon and a word; :help lists all of them") }
    switch find(String(word)) {
    case .success(let command): return .command(command, arguments: arguments)
    case .failure(let problem): return .unknown(message: problem.message)
    }
  }

  /// The command that somebody means who types its name without a colon, `help` or `quit()`.
  static func meant(by line: String) -> Command? {
    let word = line.trimmed.hasSuffix("()") ? String(line.trimmed.dropLast(2)) : line.trimmed
    guard word.count > 1 else { return nil }
    return all.first { $0.name == word || $0.aliases.contains(word) }
  }

  struct Problem: Error { let message: String }

  /// The command of that name, or the only one that begins so.
  static func find(_ word: String) -> Result<Command, Problem> {
    let word = word.lowercased()
    if let exact = all.first(where: { $0.name == word || $0.aliases.contains(word) }) { return .success(exact) }
    let starting = all.filter { $0.name.hasPrefix(word) }
    if starting.count == 1 { return .success(starting[0]) }
    if starting.count > 1 {
      let names = starting.map { ":\($0.name)" }
      let list = names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
      return .failure(Problem(message: "':\(word)' could be \(list)"))
    }
    let guess = closest(to: word, among: all.map(\.name)).map { "; did you mean ':\($0)'?" }
    return .failure(Problem(message: "there is no command ':\(word)'" + (guess ?? "; :help lists all of them")))
  }

  /// `conv2d??` for the source; `conv2d?`, `?conv2d` and `Tensor.reshaped?`; within a call that is not finished, `conv2d(x, ?`.
  private static func nameInQuestion(_ text: String) -> (Command, String)? {
    let isSource = text.hasSuffix("??") || text.hasPrefix("??")
    let text = isSource ? text.filter { $0 != "?" } + "?" : text
    let call = text.hasSuffix("?") ? String(text.dropLast()).trimmed : ""
    if call.contains("("), let last = call.last, "(,:".contains(last), call.first?.isLetter == true {
      return (.doc, call)
    }
    let name = text.hasPrefix("?") ? text.dropFirst() : text.hasSuffix("?") ? text.dropLast() : ""
    let isName = name.first.map { $0.isLetter || $0 == "_" } ?? false
    guard isName, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }) else { return nil }
    return (isSource ? .source : .doc, String(name))
  }
}
