import Bindings
import Courseware
import Foundation
import Interpreter
import Testing

/// One window after another, or beside another, in one learner's folder.
@Suite struct ResumptionTests {
  private let directory: TemporaryDirectory
  private var journal: String { directory.path + "/journal/small.jsonl" }

  init() throws { directory = try TemporaryDirectory() }

  /// Opens the lesson; the store has to live as long as the run.
  private func open(_ text: String = smallBody) throws -> (run: LessonRun, store: ProgressStore, resumption: Resumption)
  {
    let run = LessonRun(lesson: try lesson(text), library: engineLibrary())
    let store = ProgressStore(home: directory.path)
    return (run, store, store.resume(run))
  }

  private func output(_ text: String, _ run: LessonRun) -> String {
    let outcome = run.session.run(SourceText(text, name: "t"))
    return outcome.output + outcome.diagnostics.map(\.message).joined()
  }

  @Test func aLessonIsResumedWithItsVariables() throws {
    do {
      let (run, store, _) = try open()
      _ = run.next()
      run.run("a += 20", name: "cell 1")
      run.run("let broken: Int = \"text\"", name: "cell 2")
      run.accept(
        SourceText("func twice(_ x: Int) -> Int { x + x }", name: "answer"),
        for: try #require(run.lesson.exercises.first))
      _ = run.next()
      #expect(run.position == 2)
      withExtendedLifetime(store) {}
    }
    do {
      let (run, store, resumption) = try open()
      #expect(resumption.diagnostics.isEmpty)
      #expect(resumption.unfinished == nil)
      #expect(!resumption.hasLessonChanged)
      #expect(!resumption.isOpenElsewhere)
      #expect(run.position == 2)
      #expect(output("print(a, twice(a))", run) == "21 42\n")
      #expect(run.typedCells.map(\.text) == ["a += 20"])
      run.run("a = 5", name: "cell 3")
      withExtendedLifetime(store) {}
    }
    #expect(output("print(a)", try open().run) == "5\n")
  }

  @Test func aCellWithoutAnEndIsHandedBackOnce() throws {
    do {
      let (run, store, _) = try open()
      _ = run.next()
      run.observer?.willRun(.cell("while true {}"))
      withExtendedLifetime(store) {}
    }
    // A line that was being written when the machine stopped
    let text = try String(contentsOfFile: journal, encoding: .utf8)
    try (text + "{\"id\": \"").write(toFile: journal, atomically: true, encoding: .utf8)
    do {
      let (run, store, resumption) = try open()
      #expect(resumption.unfinished == "while true {}")
      #expect(run.position == 1)
      run.run("a = 7", name: "cell")
      withExtendedLifetime(store) {}
    }
    let (run, _, resumption) = try open()
    #expect(resumption.unfinished == nil)
    #expect(output("print(a)", run) == "7\n")
  }

  @Test func whatACrashLeftBetweenTheLinesHarmsNoOther() throws {
    do {
      let (run, store, _) = try open()
      _ = run.next()
      withExtendedLifetime(store) {}
    }
    let file = try #require(FileHandle(forWritingAtPath: journal))
    try file.seekToEnd()
    try file.write(contentsOf: Data([0, 0, 0xFF, 0x0A, 0x7B, 0xC3]))
    try file.close()
    do {
      let (run, store, _) = try open()
      run.run("a += 1", name: "cell")
      withExtendedLifetime(store) {}
    }
    let (run, store, _) = try open()
    #expect(store.takeNotice() == nil)
    #expect(output("print(a)", run) == "2\n")
  }

  @Test func aStepThatRanIsNotRunAgain() throws {
    do {
      let (run, store, _) = try open(smallBody.replacing("var a = 1", with: "print(\"a step\")"))
      _ = run.next()
      withExtendedLifetime(store) {}
    }
    // Killed between the step's end and the move behind it
    let lines = try String(contentsOfFile: journal, encoding: .utf8).split(separator: "\n")
    #expect(lines.last?.contains("\"position\":1") == true)
    try (lines.dropLast().joined(separator: "\n") + "\n").write(toFile: journal, atomically: true, encoding: .utf8)
    try directory.write("{}", to: "progress.json")
    #expect(try open(smallBody.replacing("var a = 1", with: "print(\"a step\")")).run.position == 1)
  }

  @Test func aRestartForgetsWhatRan() throws {
    do {
      let (run, store, _) = try open()
      _ = run.next()
      store.restart(run.lesson)
    }
    let (run, _, _) = try open()
    #expect(run.position == 0)
    #expect(output("print(a)", run) == "cannot find 'a' in scope")
  }

  @Test func windowsSideBySideKeepTheirOwnVariables() throws {
    let first = try open()
    _ = first.run.next()
    first.run.run("a += 100", name: "cell")
    let second = try open()
    #expect(!first.resumption.isOpenElsewhere)
    #expect(second.resumption.isOpenElsewhere)
    #expect(output("print(a)", second.run) == "101\n")
    first.run.observer?.willRun(.cell("while true {}"))
    #expect(try open().resumption.unfinished == nil)
    second.run.run("a += 1", name: "cell")
    first.run.run("a += 1000", name: "cell")
    second.run.run("a += 1", name: "cell")
    // The one that was busy last
    #expect(output("print(a)", try open().run) == "103\n")
    first.run.run("a += 1000", name: "cell")
    #expect(output("print(a)", try open().run) == "2101\n")
    withExtendedLifetime((first.store, second.store)) {}
  }

  @Test func passingOverAnExerciseMarksItAsSkipped() throws {
    let (run, store, _) = try open()
    _ = run.next()
    #expect(store.progress(of: "small").skipped == [])
    _ = run.next()
    #expect(store.progress(of: "small").skipped == ["twice"])
    _ = run.next()
    _ = run.next()
    #expect(store.progress(of: "small").skipped == ["twice", "why"])
    #expect(output("print(twice(a))", run) == "2\n")
  }

  @Test func anAnswerThatPassedElsewhereIsUsed() throws {
    let (run, store, _) = try open()
    _ = run.next()
    let other = ProgressStore(home: directory.path)
    other.saveAnswer("func twice(_ x: Int) -> Int { print(\"mine\"); return x + x }", to: "twice", in: "small")
    other.markDone("twice", in: run.lesson)
    store.move(run.lesson, to: 1)
    let movement = run.next()
    #expect(movement.hasMoved)
    #expect(movement.filledBySolution == nil)
    #expect(run.next().outcome.output == "mine\n2\n")
    #expect(store.progress(of: "small").skipped == [])
  }

  @Test func anEditedLessonIsResumedAtTheSameStop() throws {
    do {
      let (run, store, _) = try open()
      _ = run.next()
      _ = run.next()
      withExtendedLifetime(store) {}
    }
    let edited = smallBody.replacing("var a = 1\n", with: "var a = 100\n```\n\n```swift\nlet new = 0\n")
    let (run, store, resumption) = try open(edited)
    #expect(resumption.hasLessonChanged)
    // Behind the exercise, which is the third stop now; the step ran as it was
    #expect(run.position == 3)
    #expect(output("print(a)", run) == "1\n")
    withExtendedLifetime(store) {}
    #expect(try !open(edited).resumption.hasLessonChanged)
  }

  @Test func longWorkIsSaidBefore() throws {
    do {
      let (run, store, _) = try open()
      _ = run.next()
      run.run("for i in 0..<100_000 { a = i }", name: "cell")
      withExtendedLifetime(store) {}
    }
    let text = try String(contentsOfFile: journal, encoding: .utf8)
    try text.replacing("\"succeeded\":true", with: "\"seconds\":1.5,\"succeeded\":true").write(
      toFile: journal, atomically: true, encoding: .utf8)
    let run = LessonRun(lesson: try lesson(smallBody), library: engineLibrary())
    let store = ProgressStore(home: directory.path)
    var said: [Double] = []
    // Ctrl-C before the first cell: the others are left out, and the place is kept
    run.session.interrupt.raise()
    let resumption = store.resume(run) { said.append($0) }
    #expect(said == [3])
    #expect(resumption.diagnostics.map(\.kind) == [.interrupted])
    #expect(run.position == 1)
  }

  @Test func whatCouldNotBeWrittenIsWrittenLater() throws {
    let home = directory.path + "/home"
    let obstacle = try directory.write("", to: "home")
    let lesson = try lesson(smallBody)
    let store = ProgressStore(home: home)
    let first = LessonRun(lesson: lesson, library: engineLibrary())
    _ = store.resume(first)
    _ = first.next()
    first.run("a = 30", name: "cell")
    #expect(
      store.takeNotice() == "Progress is not saved: cannot make the directory '\(home)': Not a directory.")
    // Another lesson and back again, in one window
    let again = LessonRun(lesson: lesson, library: engineLibrary())
    _ = store.resume(again)
    #expect(output("print(a)", again) == "30\n")
    try FileManager.default.removeItem(atPath: obstacle)
    again.run("a += 3", name: "cell")
    #expect(store.takeNotice() == "Progress is saved again.")
    let other = LessonRun(lesson: lesson, library: engineLibrary())
    _ = ProgressStore(home: home).resume(other)
    #expect(other.position == 1)
    #expect(output("print(a)", other) == "33\n")
  }

  @Test func whatWasUndoneStaysUndone() throws {
    do {
      let (run, store, _) = try open()
      run.run("var b = 1", name: "cell")
      _ = run.next()
      run.run("b = 2", name: "cell")
      _ = run.undo()
      _ = run.undo()
      run.run("b += 10", name: "cell")
      withExtendedLifetime(store) {}
    }
    let (run, _, resumption) = try open()
    #expect(resumption.diagnostics.isEmpty)
    #expect(run.position == 0)
    #expect(run.typedCells.map(\.text) == ["var b = 1", "b += 10"])
    #expect(output("print(b, a)", run) == "cannot find 'a' in scope")
    #expect(output("print(b)", run) == "11\n")
  }
}
