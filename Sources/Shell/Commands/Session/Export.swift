import Courseware
import Interpreter

extension Command {
  static let export = Command(
    "export", arguments: "FORMAT [FILE]", .session, "write this lesson, with your answers, to a file",
    details: """
      The lesson runs from its start with the answers that have passed. `html` is a page for any browser, `ipynb` a \
      notebook for Jupyter, `md` the lesson with its outputs, `swift` a package that `swift build` builds.
      """, examples: [":export html", ":export ipynb kernel.ipynb"],
    takes: [.words(ExportFormat.allCases.map(\.rawValue)), .file]
  ) { repl, arguments in repl.export(arguments) }
}

extension Repl {
  fileprivate func export(_ arguments: String) {
    let words = arguments.split(separator: " ", maxSplits: 1).map(String.init)
    let formats = ExportFormat.allCases.map(\.rawValue)
    guard let word = words.first, let format = ExportFormat(rawValue: word) else {
      return fail("`:export FORMAT` takes one of the formats \(formats.joined(separator: ", "))")
    }
    guard let lesson = run?.lesson, let entry = course.entries.first(where: { $0.id == lesson.id }) else {
      return fail("`:export` writes the lesson that is open, and none is")
    }
    let interrupt = InterruptFlag()
    do {
      let answers = store.acceptedAnswers(in: lesson)
      let document = try Signals.shared.interrupting(interrupt) {
        try LessonDocument(entry, answers: answers, library: library, limits: options.limits, interrupt: interrupt)
      }
      if interrupt.isRaised { return fail("Stopped. Nothing is written.") }
      let file = words.count > 1 ? expandingHome(words[1]) : nil
      let written = try LessonExport(document).write(as: format, to: file, convbook: course.packageFolder)
      screen.say("Written: \(written)", .dim)
    } catch {
      fail("\(error)")
    }
  }
}
