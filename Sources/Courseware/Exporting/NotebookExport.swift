import Interpreter

extension LessonDocument {
  /// The lesson as a Jupyter notebook. Steps and exercises are code cells with what they gave; solutions, hints, checks
  /// and wrong answers are folded away in raw cells, which no kernel runs.
  ///
  /// `lessonText(ofNotebook:)` makes the same text of it again.
  package var notebook: String {
    let pieces = LessonPieces(text)
    var cells: [Notebook.Cell] = []
    var ran = 0
    for (index, piece) in pieces.pieces.enumerated() {
      let id = "cell-\(index + 1)"
      var note = Notebook.Note(role: piece.role, gap: piece.gap, open: piece.open, close: piece.close)
      if piece.open != nil && piece.text == nil { note.isEmpty = true }
      let text = piece.text ?? ""
      switch piece.kind {
      case .frontMatter: cells.append(.init(id: id, type: "raw", source: text, note: note, isHidden: true))
      case .prose: cells.append(.init(id: id, type: "markdown", source: text, note: note))
      case .fence(.quiz(let name)):
        note.text = text
        let shown = lesson.quizzes.first { $0.name == name }?.notebookMarkdown ?? text
        cells.append(.init(id: id, type: "markdown", source: shown, note: note, tags: ["quiz"]))
      case .fence(.step), .fence(.exercise):
        var cell = Notebook.Cell(
          id: id, type: "code", source: text, note: note, tags: piece.role == "step" ? [] : [piece.role])
        if piece.role == "step", let outcome = outcome(atLine: piece.line) {
          ran += 1
          cell.count = ran
          cell.outputs = outcome.outputs.map { Notebook.Output($0, count: ran) }
        }
        cells.append(cell)
        if case .fence(.exercise(let name)) = piece.kind, let answer = answers[name] {
          cells.append(
            .init(id: id + "-answer", type: "code", source: answer, note: .init(role: "answer"), tags: ["answer"]))
        }
      case .fence:
        cells.append(.init(id: id, type: "raw", source: text, note: note, isHidden: true, tags: [piece.role]))
      }
    }
    let metadata = Notebook.Metadata(
      kernelspec: .init(), languageInfo: .init(), convbook: .init(tail: pieces.tail), title: lesson.title)
    return json(Notebook(cells: cells, metadata: metadata)) + "\n"
  }
}

/// The text of the lesson that a notebook was made of, with what was changed in its cells since. Cells that were added
/// in Jupyter are prose and steps.
package func lessonText(ofNotebook text: String, path: String) throws(FileProblem) -> String {
  guard let notebook = decode(text, as: Notebook.self) else {
    throw FileProblem("'\(path)' is not a Jupyter notebook")
  }
  guard let note = notebook.metadata.convbook, notebook.cells.first?.metadata.convbook?.role == "front matter" else {
    throw FileProblem("'\(path)' was not made by `convbook export`: its first cell is no lesson's front matter")
  }
  var pieces: [LessonPieces.Piece] = []
  for (index, cell) in notebook.cells.enumerated() {
    let source = cell.source.text
    guard let note = cell.metadata.convbook else {
      let isCode = cell.type == "code"
      if source.allSatisfy(\.isWhitespace) { continue }
      pieces.append(
        .init(
          kind: .prose, gap: "\n", open: isCode ? "```swift" : nil, text: source, close: isCode ? "```" : nil))
      continue
    }
    if note.role == "answer" { continue }
    var text: String? = source
    if let original = note.text {
      guard source == quizMarkdown(of: original, open: note.open ?? "") ?? original else {
        throw FileProblem(
          "cell \(index + 1) of '\(path)' is a question, and its text was changed: a question is changed in the lesson")
      }
      text = original
    } else if note.isEmpty == true, source.isEmpty {
      text = nil
    }
    pieces.append(.init(kind: .prose, gap: note.gap ?? "\n", open: note.open, text: text, close: note.close))
  }
  return LessonPieces(pieces: pieces, tail: note.tail).joined
}

private func quizMarkdown(of text: String, open: String) -> String? {
  let name = open.split(separator: " ").last.map(String.init) ?? ""
  var reader = QuizReader(name: name, block: CodeBlock(text: text, line: 1, path: ""), path: "")
  return reader.read()?.notebookMarkdown
}

extension Notebook.Output {
  init(_ output: CellOutput, count: Int) {
    switch output {
    case .text(let text): self = .printed(text)
    case .picture(let picture): self = .picture(png: picture.png, text: picture.text)
    case .value(let text, _, _): self = .value(text, count: count)
    case .error(let diagnostic):
      let shown = diagnostic.rendered(colour: false)
      self = .error(
        name: "\(diagnostic.kind)", message: diagnostic.message,
        traceback: shown.lines.map(String.init))
    }
  }
}

extension Quiz {
  /// The question with its choices, and the answer to be unfolded.
  var notebookMarkdown: String {
    markdown { "<details><summary>Answer</summary>\n\n\($0)\n\n</details>" }
  }

  /// - Parameter folded: Puts the answer away from a first look.
  func markdown(folded: (String) -> String) -> String {
    var lines = ["**Question.** " + question, ""]
    var answer: [String] = []
    switch kind {
    case .number(let number):
      answer.append("\(shortText(number.value))" + (number.tolerance > 0 ? " ± \(shortText(number.tolerance))" : ""))
    case .choices(let choices):
      for (index, choice) in choices.enumerated() {
        lines.append("- **\(Self.letter(index))** \(choice.text)")
        let mark = choice.isRight ? "right" : "wrong"
        answer.append("- **\(Self.letter(index))** \(mark)" + (choice.reply.map { ": \($0)" } ?? ""))
      }
      lines.append("")
    }
    return (lines + [folded(answer.joined(separator: "\n"))]).joined(separator: "\n")
  }
}

/// `9` for 9.0
func shortText(_ number: Double) -> String {
  number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
}

extension LessonPieces.Piece {
  /// What notebooks call it.
  var role: String {
    guard case .fence(let role) = kind else { return kind == .frontMatter ? "front matter" : "prose" }
    return switch role {
    case .step: "step"
    case .output: "output"
    case .setup: "setup"
    case .exercise: "exercise"
    case .check: "check"
    case .solution: "solution"
    case .wrong: "wrong"
    case .hint: "hint"
    case .quiz: "quiz"
    case .prose: "prose"
    }
  }
}
