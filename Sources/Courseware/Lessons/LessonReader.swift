import Interpreter
import Synchronization

/// What reading a lesson file gave: the lesson, or what is wrong with it.
package struct LessonReading: Sendable {
  /// Nil where there are problems.
  package let lesson: Lesson?
  /// What the front matter says, as far as it could be read: a broken lesson can still be named.
  package let id: String?
  package let title: String?
  /// In the order of the file.
  package let problems: [LessonProblem]
}

/// Reads the text of a lesson; `path` is what messages call the file.
package func readLesson(_ text: String, path: String, number: LessonNumber? = nil) -> LessonReading {
  LessonFile(text, path: path, number: number).reading
}

/// The text of a lesson. Its front matter is read at once, the rest when somebody asks for it: every start looks at the
/// whole course, and opens one lesson.
final class LessonFile: Sendable {
  /// What the front matter says, as far as it can be read.
  var id: String? { reader.frontMatter.id }
  var title: String? { reader.frontMatter.title }
  private let reader: LessonReader
  private let result = Mutex<LessonReading?>(nil)

  init(_ text: String, path: String, number: LessonNumber?) {
    reader = LessonReader(text: text, path: path, number: number)
  }

  var reading: LessonReading {
    result.withLock { result in
      if let result { return result }
      var reader = reader
      let reading = reader.read()
      result = reading
      return reading
    }
  }
}

private struct LessonReader {
  let frontMatter: FrontMatter
  private let lines: [Substring]
  private let path: String
  private let number: LessonNumber?
  private var problems: [LessonProblem]
  private var items: [Item] = []
  private var parts: [String: ExerciseParts] = [:]
  /// Names of exercises and quizzes, with the line of each.
  private var names: [String: Int] = [:]
  /// Where in `items` the step stands that an `output` would belong to.
  private var lastStep: Int?

  /// Exercises are put together at the end: their parts may stand anywhere in the file.
  private enum Item {
    case ready(LessonItem)
    case exercise(name: String, starter: CodeBlock)
  }

  private struct ExerciseParts {
    var setup: CodeBlock?
    var check: CodeBlock?
    var solution: CodeBlock?
    var wrongAnswers: [WrongAnswer] = []
    var hints: [Prose] = []
    /// What was said about it, and where, for parts whose exercise does not exist.
    var mentions: [(role: String, line: Int)] = []
  }

  init(text: String, path: String, number: LessonNumber?) {
    lines = text.lines
    self.path = path
    self.number = number
    var reader = FrontMatterReader(lines: lines, path: path)
    frontMatter = reader.read()
    problems = reader.problems
  }

  mutating func read() -> LessonReading {
    readBody(after: frontMatter.lineCount)
    let items = assembled()
    problems.sort { $0.line < $1.line }
    guard problems.isEmpty, let id = frontMatter.id, let title = frontMatter.title, let minutes = frontMatter.minutes
    else { return LessonReading(lesson: nil, id: frontMatter.id, title: frontMatter.title, problems: problems) }
    let lesson = Lesson(
      id: id, number: number, title: title, minutes: minutes, requires: frontMatter.requires,
      sources: frontMatter.sources, objectives: frontMatter.objectives, path: path, items: items)
    return LessonReading(lesson: lesson, id: id, title: title, problems: [])
  }

  private mutating func readBody(after frontMatterLines: Int) {
    var proseStart = frontMatterLines
    for fence in markdownFences(in: lines, below: frontMatterLines) {
      guard let role = role(of: fence), role != .prose else { continue }
      if fence.lines.lowerBound - 1 > proseStart { addProse(proseStart..<(fence.lines.lowerBound - 1)) }
      proseStart = min(fence.lines.upperBound, lines.count)
      add(fence, as: role)
    }
    addProse(proseStart..<max(proseStart, lines.count))
  }

  /// Nil where the fence is reported as a problem.
  private mutating func role(of fence: MarkdownFence) -> FenceRole? {
    let line = fence.lines.lowerBound
    if fence.isHidden {
      report(
        "the first line of the block '\(fence.info)' holds a backtick: such a block begins and ends with ~~~", at: line)
      return nil
    }
    let role: FenceRole
    do {
      role = try fenceRole(fence.info)
    } catch {
      report(error.sentence, at: line)
      return nil
    }
    guard fence.isClosed else {
      report("the block '\(fence.info)' that starts here is not closed by a fence", at: line)
      return nil
    }
    guard fence.isAtTopLevel || role == .prose else {
      report("the block '\(fence.info)' stands inside of a list or quotation: it belongs at the margin", at: line)
      return nil
    }
    return role
  }

  private mutating func addProse(_ range: Range<Int>) {
    let blank = { (line: Substring) in line.allSatisfy(\.isWhitespace) }
    guard let first = lines[range].firstIndex(where: { !blank($0) }),
      let last = lines[range].lastIndex(where: { !blank($0) })
    else { return }
    items.append(.ready(.prose(Prose(markdown: lines[first...last].joined(separator: "\n"), line: first + 1))))
  }

  private mutating func add(_ fence: MarkdownFence, as role: FenceRole) {
    let line = fence.lines.lowerBound
    let block = CodeBlock(text: fence.text, line: line, path: path)
    switch role {
    case .prose: break
    case .step:
      lastStep = items.count
      items.append(.ready(.step(Step(code: block))))
    case .output: addOutput(block)
    case .quiz(let name):
      lastStep = nil
      declare(name, at: line)
      var reader = QuizReader(name: name, block: block, path: path)
      if let quiz = reader.read() { items.append(.ready(.quiz(quiz))) }
      problems += reader.problems
    case .exercise(let name):
      lastStep = nil
      declare(name, at: line)
      items.append(.exercise(name: name, starter: block))
    case .setup(let name): set(\.setup, block, name: name, role: "setup")
    case .check(let name): set(\.check, block, name: name, role: "check")
    case .solution(let name): set(\.solution, block, name: name, role: "solution")
    case .wrong(let name, let sentence):
      mention(name, role: "wrong answer", at: line)
      if let same = parts[name]?.wrongAnswers.first(where: { $0.sentence == sentence }) {
        report("this wrong answer to '\(name)' has the sentence of the one in line \(same.code.line)", at: line)
      }
      parts[name]?.wrongAnswers.append(WrongAnswer(sentence: sentence, code: block))
    case .hint(let name):
      mention(name, role: "hint", at: line)
      let text = trimmed(fence.text)
      if text.isEmpty { report("the hint for '\(name)' is empty", at: line) }
      parts[name]?.hints.append(Prose(markdown: text, line: line + 1))
    }
  }

  private mutating func addOutput(_ block: CodeBlock) {
    guard let index = lastStep, case .ready(.step(var step)) = items[index] else {
      return report("this output has no step above it", at: block.line)
    }
    if let first = step.expectedOutput {
      return report("the step above has an output already, in line \(first.line)", at: block.line)
    }
    step.expectedOutput = block
    items[index] = .ready(.step(step))
  }

  private mutating func set(
    _ part: WritableKeyPath<ExerciseParts, CodeBlock?>, _ block: CodeBlock, name: String, role: String
  ) {
    mention(name, role: role, at: block.line)
    if let first = parts[name]?[keyPath: part] {
      return report("exercise '\(name)' has two blocks '\(role)', the first in line \(first.line)", at: block.line)
    }
    parts[name]?[keyPath: part] = block
  }

  private mutating func declare(_ name: String, at line: Int) {
    if let first = names[name] {
      report("the name '\(name)' is taken already, in line \(first)", at: line)
    } else {
      names[name] = line
    }
  }

  private mutating func mention(_ name: String, role: String, at line: Int) {
    parts[name, default: ExerciseParts()].mentions.append((role, line))
  }

  private mutating func assembled() -> [LessonItem] {
    let exercises = items.compactMap { if case .exercise(let name, _) = $0 { name } else { nil } }
    for (name, parts) in parts where !exercises.contains(name) {
      let suggestion = closest(to: name, among: exercises).map { ", did you mean '\($0)'?" } ?? ""
      for (role, line) in parts.mentions {
        report("this \(role) is for the exercise '\(name)', which does not exist\(suggestion)", at: line)
      }
    }
    return items.compactMap { item in
      switch item {
      case .ready(let item): return item
      case .exercise(let name, let starter):
        let parts = parts[name] ?? ExerciseParts()
        if parts.check == nil { report("exercise '\(name)' has no check", at: starter.line) }
        if parts.solution == nil { report("exercise '\(name)' has no solution", at: starter.line) }
        guard let check = parts.check, let solution = parts.solution else { return nil }
        return .exercise(
          Exercise(
            name: name, starter: starter, setup: parts.setup, check: check, solution: solution,
            wrongAnswers: parts.wrongAnswers, hints: parts.hints))
      }
    }
  }

  private mutating func report(_ sentence: String, at line: Int) {
    problems.append(LessonProblem(path: path, line: line, sentence))
  }
}
