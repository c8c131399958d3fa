/// Reads the text inside a `quiz` fence.
///
/// First the question, any Markdown, up to the first line that starts with `- [` or `= `. Then choices, each wrong one
/// with a reply after ` | `:
///
/// ```
/// What happens to the corner pixel?
/// - [ ] Its gradient is zero | One window covers it, so it gets one product.
/// - [x] It gets one product
/// ```
///
/// or a number, exact or with a tolerance, the reply to every other number, and replies to particular ones:
///
/// ```
/// How many products does the middle pixel have?
/// = 9 ± 0.01 | Count the windows that cover it.
/// ! 4 | That is an image with a kernel of 2 by 2.
/// ```
///
/// `+-` is `±`; `otherwise:` may stand before the reply; a ` | ` that belongs to a choice is written ` \| `.
struct QuizReader {
  let name: String
  let block: CodeBlock
  let path: String
  private(set) var problems: [LessonProblem] = []

  private var question: [String] = []
  private var choices: [Quiz.Choice] = []
  private var answer: (value: Double, tolerance: Double, otherwise: String)?
  private var replies: [Quiz.NumberAnswer.Reply] = []
  private var hasAnswerLine = false

  init(name: String, block: CodeBlock, path: String) {
    self.name = name
    self.block = block
    self.path = path
  }

  /// The quiz, or nil and at least one problem.
  mutating func read() -> Quiz? {
    let lines = block.text.lines
    for (index, line) in lines.enumerated() {
      read(trimmed(line), at: block.line + 1 + index)
    }
    guard problems.isEmpty else { return nil }
    let text = trimmed(question.joined(separator: "\n"))
    if text.isEmpty { report("quiz '\(name)' has no question", at: block.line) }
    var kind: Quiz.Kind?
    if let answer {
      kind = .number(
        .init(value: answer.value, tolerance: answer.tolerance, otherwise: answer.otherwise, replies: replies))
      if !choices.isEmpty { report("quiz '\(name)' has choices and a number: it can have one of them", at: block.line) }
    } else if !choices.isEmpty {
      kind = .choices(choices)
      if choices.count < 2 { report("quiz '\(name)' needs at least two choices", at: block.line) }
      if choices.count > 26 { report("quiz '\(name)' has more choices than there are letters", at: block.line) }
      if !choices.contains(where: \.isRight) {
        report("quiz '\(name)' has no right choice: mark it with '- [x]'", at: block.line)
      }
    } else {
      report("quiz '\(name)' has neither choices ('- [ ] text | reply') nor a number ('= 9 | reply')", at: block.line)
    }
    guard problems.isEmpty, let kind else { return nil }
    return Quiz(name: name, line: block.line, question: text, kind: kind)
  }

  private mutating func read(_ line: String, at number: Int) {
    if line.hasPrefix("- [") {
      readChoice(line, at: number)
    } else if line.hasPrefix("=") {
      readNumber(line, at: number)
    } else if line.hasPrefix("!"), hasAnswerLine {
      readReply(line, at: number)
    } else if !hasAnswerLine {
      question.append(line)
    } else if !line.isEmpty {
      report(
        "quiz '\(name)': cannot read '\(line)'; the question comes first, one line for each choice after it", at: number
      )
    }
  }

  private mutating func readChoice(_ line: String, at number: Int) {
    hasAnswerLine = true
    let mark = line.dropFirst(3).prefix(2)
    guard mark == " ]" || mark == "x]" || mark == "X]" else {
      return report("quiz '\(name)': a choice starts with '- [ ]' or '- [x]'", at: number)
    }
    let (text, reply) = splitReply(String(line.dropFirst(5)))
    let isRight = mark != " ]"
    if text.isEmpty { return report("quiz '\(name)' has a choice without text", at: number) }
    if !isRight, reply == nil {
      return report("quiz '\(name)': the wrong choice '\(text)' has no reply: add ' | ' and a sentence", at: number)
    }
    choices.append(.init(text: text, isRight: isRight, reply: reply))
  }

  private mutating func readNumber(_ line: String, at number: Int) {
    guard !hasAnswerLine else {
      return report("quiz '\(name)' has a second answer: one line with '=' is enough", at: number)
    }
    hasAnswerLine = true
    let (text, reply) = splitReply(String(line.dropFirst()))
    let parts = text.replacing("+-", with: "±").split(separator: "±", omittingEmptySubsequences: false)
    guard let value = parts.first.flatMap({ parseNumber(String($0)) }) else {
      return report("quiz '\(name)': '\(text)' is not a number", at: number)
    }
    guard parts.count < 3, let tolerance = parts.count == 2 ? parseNumber(String(parts[1])) : 0, tolerance >= 0 else {
      return report("quiz '\(name)': '\(text)' is not a number with a tolerance, such as '9 ± 0.01'", at: number)
    }
    guard var reply else {
      return report("quiz '\(name)': the number has no reply for other numbers: add ' | ' and a sentence", at: number)
    }
    if reply.hasPrefix("otherwise:") { reply = trimmed(reply.dropFirst("otherwise:".count)) }
    answer = (value, tolerance, reply)
  }

  private mutating func readReply(_ line: String, at number: Int) {
    let (text, reply) = splitReply(String(line.dropFirst()))
    guard let value = parseNumber(text) else {
      return report("quiz '\(name)': '\(text)' is not a number", at: number)
    }
    guard let reply else {
      return report("quiz '\(name)': the number \(text) has no reply: add ' | ' and a sentence", at: number)
    }
    replies.append(.init(value: value, text: reply))
  }

  /// Splits at the first ` | `; an empty reply is none.
  private func splitReply(_ line: String) -> (text: String, reply: String?) {
    var parts = (line + " ").split(separator: " | ", maxSplits: 1, omittingEmptySubsequences: false).map(trimmed)
    let reply = parts.count == 2 ? parts.removeLast() : ""
    func unescaped(_ text: String) -> String { text.replacing("\\|", with: "|") }
    return (unescaped(parts[0]), reply.isEmpty ? nil : unescaped(reply))
  }

  private mutating func report(_ sentence: String, at line: Int) {
    problems.append(LessonProblem(path: path, line: line, sentence))
  }
}
