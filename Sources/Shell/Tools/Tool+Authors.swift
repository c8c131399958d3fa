import Courseware
import Interpreter

extension Tool {
  /// `convbook validate [LESSON...]`: 1 if a lesson has problems.
  package func validate(_ queries: [String], asJSON: Bool, updating: Bool) throws -> Int32 {
    let course = queries.contains { !isFile($0) } || queries.isEmpty ? try course() : try courseIfAny()
    if updating { try updateGraph(course) }
    let entries = queries.isEmpty ? course.entries : try queries.map { try course.entry($0) }
    if entries.isEmpty { throw ToolProblem("there are no lessons in '\(course.directory)'") }
    var validations: [Validation] = []
    for entry in entries {
      let validation = course.validate(entry, library: library())
      validations.append(validation)
      if !asJSON { show(validation) }
    }
    let pages = queries.isEmpty ? course.pageProblems() : []
    if asJSON {
      screen.output.writeLine(ValidationRecord(validations, pages: pages).json)
    } else {
      for problem in pages { screen.line(StyledText("✗ ", .failure) + StyledText(problem.description)) }
    }
    let isValid = pages.isEmpty && validations.allSatisfy(\.problems.isEmpty)
    return isValid ? ExitCode.success : ExitCode.failure
  }

  private func show(_ validation: Validation) {
    let (label, id) = (validation.entry.label, validation.entry.id)
    let name = StyledText(id.map { $0 == label ? label : "\(label) \($0)" } ?? label)
    let time = StyledText("  \(duration(validation.seconds))", .dim)
    let isValid = validation.problems.isEmpty
    screen.line(StyledText(isValid ? "✓ " : "✗ ", isValid ? .success : .failure) + name + time)
    for problem in validation.problems { screen.line("  \(problem)") }
    screen.output.flush()
  }

  private func updateGraph(_ course: Course) throws {
    let page = try readTextFile(course.authorsPage)
    guard let drawn = course.withGraph(page) else {
      throw ToolProblem("'\(course.authorsPage)' has no place for the graph: Lessons/README.md of Convbook shows one")
    }
    if drawn != page { try writeDocument(drawn, to: course.authorsPage) }
  }

  /// `convbook new lesson ID`
  package func newLesson(_ id: String, file: String?) throws -> Int32 {
    guard let text = LessonTemplate.text(id: id) else {
      throw ToolProblem("the name '\(id)' is not made of small letters, digits and '-'")
    }
    let course = try? course()
    if let taken = course?.entries.first(where: { $0.id == id }) {
      throw ToolProblem("there is a lesson '\(id)' already, \(taken.path)")
    }
    let file = file ?? id + ".md"
    guard try writeIfMissing(text, to: file) else { throw ToolProblem("there is a file '\(file)' already") }
    screen.line("Written: \(file)")
    screen.say(
      "It works as it is: `convbook learn \(file)`. `convbook validate \(file)` lists what is yours to write.", .dim)
    return ExitCode.success
  }
}
