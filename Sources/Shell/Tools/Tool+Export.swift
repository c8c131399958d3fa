import Courseware
import Interpreter

extension Tool {
  /// `convbook export LESSON --to FORMAT`: runs the lesson with the learner's accepted answers, and writes it.
  package func export(
    _ query: String, to name: String, file: String?, convbook: String?, _ budgets: Budgets
  ) throws -> Int32 {
    guard let format = ExportFormat(rawValue: name) else { throw ToolProblem("there is no format '\(name)'") }
    let course = isFile(query) ? try courseIfAny() : try course()
    let entry = try course.entry(query)
    let lesson = try readable(entry)
    let interrupt = InterruptFlag()
    let answers = store().acceptedAnswers(in: lesson)
    let document = try Signals.shared.interrupting(interrupt) {
      try LessonDocument(
        entry, answers: answers, library: library(), limits: budgets.limits, interrupt: interrupt)
    }
    let export = LessonExport(document)
    if file == "-" {
      guard let text = export.text(as: format) else { throw ToolProblem("a package is a folder, not a text: name one") }
      screen.output.write(text)
      return code(for: document)
    }
    let written = try export.write(as: format, to: file, convbook: convbook.map(location) ?? course.packageFolder)
    screen.line("Written: \(written)")
    return code(for: document)
  }

  /// `convbook import FILE.ipynb`: the lesson that a notebook was made of.
  package func importNotebook(_ notebook: String, file: String?) throws -> Int32 {
    let text = try lessonText(ofNotebook: readTextFile(notebook, maximumBytes: 64 << 20), path: notebook)
    guard let file else {
      screen.output.write(text)
      return ExitCode.success
    }
    try writeDocument(text, to: file)
    screen.line("Written: \(file)")
    return ExitCode.success
  }

  /// A folder by its full path, so that a package elsewhere finds it; an address as it is.
  private func location(_ convbook: String) -> String {
    convbook.contains("://") || convbook.hasPrefix("git@") ? convbook : absolutePath(convbook)
  }

  /// A lesson whose steps fail is written all the same, with its errors.
  private func code(for document: LessonDocument) -> Int32 {
    let diagnostics = document.items.compactMap(\.outcome).flatMap(\.diagnostics)
    guard let first = diagnostics.first else { return ExitCode.success }
    error("not all steps ran: \(first.message)")
    return ExitCode.failure
  }
}
