import Interpreter

/// Runs everything in a lesson that is claimed to run, and everything that is claimed to fail.
struct LessonValidator {
  let lesson: Lesson
  /// The file's text.
  let text: String
  let library: NativeLibrary
  let limits: Limits
  private(set) var problems: [LessonProblem] = []

  init(lesson: Lesson, text: String, library: NativeLibrary, limits: Limits) {
    self.lesson = lesson
    self.text = text
    self.library = library
    self.limits = limits
  }

  /// Runs the lesson with its solutions; the time that it took.
  mutating func checkRun() -> Double {
    let run = LessonRun(lesson: lesson, library: library, limits: limits)
    var seconds = 0.0
    _ = run.runToEnd { item in
      seconds += item.outcome?.seconds ?? 0
      if let diagnostic = item.outcome?.diagnostics.first {
        report(diagnostic, else: item.line)
      } else if case .step(let step, let outcome) = item, let expected = step.expectedOutput {
        compareOutput(outcome.shownText, expected)
      }
    }
    // Training takes longer, and says so by its bar
    let most = (lesson.number?.chapter ?? 0) < 8 ? 20 : 90
    if seconds > Double(most) {
      report("the lesson's steps take \(Int(seconds)) s, and at most \(most) s are good", at: 1)
    }
    return seconds
  }

  private mutating func compareOutput(_ output: String, _ expected: CodeBlock) {
    let trimmedLines = expected.text.lines.map(trimmedAtEnd)
    let wanted = trimmedAtEnd(trimmedLines.joined(separator: "\n")).split(
      separator: "\n", omittingEmptySubsequences: false)
    let lines = output.lines
    for index in 0..<max(lines.count, wanted.count) {
      let line = index < lines.count ? String(lines[index]) : nil
      let expectedLine = index < wanted.count ? String(wanted[index]) : nil
      if line == expectedLine { continue }
      let place = expected.line + 1 + min(index, wanted.count)
      return switch (line, expectedLine) {
      case (let line?, let wanted?): report("the step prints '\(line)' here, not '\(wanted)'", at: place)
      case (let line?, nil): report("the step prints one more line: '\(line)'", at: place)
      default: report("the step does not print this line: '\(expectedLine ?? "")'", at: place)
      }
    }
  }

  mutating func checkExercises() {
    let judge = Judge(lesson: lesson, library: library, limits: limits)
    for exercise in lesson.exercises {
      let base = judge.base(of: exercise)
      if let diagnostic = base.diagnostics.first {
        report(diagnostic, else: exercise.starter.line)
        continue
      }
      guard checkSolution(exercise, judge) else { continue }
      if judge.check(exercise.starter.source, for: exercise).passed {
        report("the starter of '\(exercise.name)' passes its check", at: exercise.starter.line)
      }
      checkWrongAnswers(exercise, judge)
    }
  }

  private mutating func checkSolution(_ exercise: Exercise, _ judge: Judge) -> Bool {
    let trial = judge.solutionTrial(exercise)
    if let diagnostic = trial.diagnostics.first {
      report(diagnostic, else: exercise.solution.line)
    } else if trial.expectations.isEmpty {
      report(
        "the check of '\(exercise.name)' expects nothing: it calls none of expectShape, expectEqual, expectGradient",
        at: exercise.check.line)
    } else if !trial.passed {
      let headline = ReportWriter.headline(VerdictTable(trial, trial))
      report("the solution of '\(exercise.name)' fails its check: \(headline)", at: exercise.solution.line)
    } else {
      return true
    }
    return false
  }

  private mutating func checkWrongAnswers(_ exercise: Exercise, _ judge: Judge) {
    let trials = judge.wrongTrials(exercise)
    for (index, wrong) in exercise.wrongAnswers.enumerated() {
      // The first of two that give the same is the one that would be named for both
      if let twin = trials[..<index].firstIndex(where: { TrialMatch.isWhole($0, trials[index]) }) {
        report(
          "this wrong answer gives the same as the one in line \(exercise.wrongAnswers[twin].code.line): on these inputs nobody can tell them apart",
          at: wrong.code.line)
        continue
      }
      if let diagnostic = trials[index].diagnostics.first, diagnostic.kind == .syntax || diagnostic.kind == .type {
        report(diagnostic, else: wrong.code.line)
        continue
      }
      let result = judge.check(wrong.code.source, for: exercise)
      if result.passed {
        report("this wrong answer passes the check of '\(exercise.name)'", at: wrong.code.line)
      } else if result.misconception != wrong.sentence {
        report(
          "this wrong answer fails, but under another sentence: \(result.misconception ?? result.lines.first ?? "none")",
          at: wrong.code.line)
      }
    }
  }

  /// A diagnostic inside of the lesson, at its own line.
  private mutating func report(_ diagnostic: Diagnostic, else line: Int) {
    let place = diagnostic.range.flatMap { $0.source.name == lesson.path ? Courseware::line(of: $0) : nil }
    report(diagnostic.message, at: place ?? line)
  }

  mutating func report(_ sentence: String, at line: Int) {
    let problem = LessonProblem(path: lesson.path, line: line, sentence)
    if !problems.contains(problem) { problems.append(problem) }
  }
}
