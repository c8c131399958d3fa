/// What can be seen without running anything.
extension LessonValidator {
  /// What the course asks of each lesson.
  private enum Rules {
    static let exercisesAndQuizzes = 2
    static let wrongAnswers = 2
    static let hints = 3
    static let minutes = 10...30
    /// Words that make a learner feel slow.
    static let unkindWords: Set<String> = ["simply", "obviously", "trivially", "trivial", "clearly"]
    /// The decks that the course grew from.
    static let decks = ["A": "Tübingen", "B": "CS7GV1", "C": "UCL", "D": "TUM", "E": "Dresden"]
  }

  mutating func checkForm() {
    if !Rules.minutes.contains(lesson.minutes) {
      report("a lesson takes 10 to 30 minutes, and 'minutes' is \(lesson.minutes)", at: 1)
    }
    if lesson.exercises.count + min(lesson.quizzes.count, 1) < Rules.exercisesAndQuizzes {
      report("a lesson has at least two exercises, of which one may be a quiz", at: 1)
    }
    if !lesson.prose.contains(where: { $0.markdown.contains("Going further") }) {
      report("a lesson has a line 'Going further'", at: 1)
    }
    for source in lesson.sources { checkSource(source) }
    for exercise in lesson.exercises { checkParts(of: exercise) }
    checkWords()
  }

  private mutating func checkParts(of exercise: Exercise) {
    if exercise.wrongAnswers.count < Rules.wrongAnswers {
      report(
        "exercise '\(exercise.name)' has \(counted(exercise.wrongAnswers.count, "wrong answer")), and at least 2 are needed",
        at: exercise.starter.line)
    }
    if exercise.hints.count < Rules.hints {
      report(
        "exercise '\(exercise.name)' has \(counted(exercise.hints.count, "hint")), and at least 3 are needed",
        at: exercise.starter.line)
    }
    for (index, hint) in exercise.hints.enumerated() {
      if let first = exercise.hints[..<index].first(where: { $0.markdown == hint.markdown }) {
        report("this hint is the one in line \(first.line - 1) again", at: hint.line - 1)
      }
    }
  }

  /// `A (Tübingen), slide "Max Pooling"` names its deck as the others do; anything else is a paper or a page.
  private mutating func checkSource(_ source: String) {
    guard let letter = source.first, letter.isUppercase, source.dropFirst().hasPrefix(" (") else { return }
    let deck = source.dropFirst(3).prefix { $0 != ")" }
    guard let name = Rules.decks[String(letter)] else {
      let decks = Rules.decks.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }.joined(separator: ", ")
      return report("the source '\(source)' names no deck of the course: they are \(decks)", at: line(of: source))
    }
    if deck != name { report("deck \(letter) is called '\(name)', not '\(deck)'", at: line(of: source)) }
  }

  /// Everything that a learner reads, with the line at which it starts.
  private var texts: [(text: String, line: Int)] {
    lesson.prose.map { ($0.markdown, $0.line) }
      + lesson.quizzes.map { ($0.question, $0.line) }
      + lesson.exercises.flatMap { exercise in
        exercise.hints.map { ($0.markdown, $0.line) } + exercise.wrongAnswers.map { ($0.sentence, $0.code.line) }
      }
  }

  private mutating func checkWords() {
    for (text, start) in texts {
      for (index, line) in withoutQuotations(text).lines.enumerated() {
        let words = line.lowercased().split { !$0.isLetter }.map(String.init)
        if let word = words.first(where: Rules.unkindWords.contains) {
          report("'\(word)' helps nobody who does not see it yet: leave it out", at: start + index)
        }
      }
    }
    for (index, line) in text.lines.enumerated()
    where line.contains(LessonTemplate.mark) {
      report("this line is still the template's: \(trimmed(line))", at: index + 1)
    }
  }

  /// What stands in quotation marks is somebody else's wording. They are closed in the paragraph in which they open.
  private func withoutQuotations(_ text: String) -> String {
    var isQuoted = false
    var previous: Character = " "
    return String(
      text.map { character in
        if character == "\n", previous == "\n" { isQuoted = false }
        previous = character
        if character == "\"" { isQuoted.toggle() }
        return isQuoted && character != "\n" ? " " : character
      })
  }

  /// Links in prose and hints that lead nowhere.
  mutating func checkLinks(folder: String) {
    for (text, line) in texts {
      for problem in deadLinks(in: text, line: line, path: lesson.path, folder: folder) {
        report(problem.sentence, at: problem.line)
      }
    }
  }

  private func line(of text: String) -> Int {
    let lines = self.text.lines
    return (lines.firstIndex { $0.contains(text) } ?? 0) + 1
  }
}

extension Lesson {
  var prose: [Prose] {
    items.compactMap { if case .prose(let prose) = $0 { prose } else { nil } }
  }
}
