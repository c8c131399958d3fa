import Courseware
import Foundation
import Interpreter
import Testing

@Suite struct ProgressStoreTests {
  @Test func theHomeIsAskedForOrFound() {
    func home(_ requested: String?, _ variables: [String: String]) -> String {
      ProgressStore.home(requested: requested) { variables[$0] }
    }
    let variables = ["CONVBOOK_HOME": "/c", "XDG_DATA_HOME": "/x", "HOME": "/h"]
    #expect(home("/r", variables) == "/r")
    #expect(home(nil, variables) == "/c")
    #expect(home(nil, ["CONVBOOK_HOME": "", "XDG_DATA_HOME": "/x", "HOME": "/h"]) == "/x/convbook")
    #expect(home(nil, ["XDG_DATA_HOME": "relative", "HOME": "/h"]) == "/h/.local/share/convbook")
  }

  @Test func progressIsKept() throws {
    let directory = try TemporaryDirectory()
    let lesson = try lesson(smallBody)
    let store = ProgressStore(home: directory.path + "/home")
    #expect(store.lastLesson == nil)
    store.move(lesson, to: 2)
    store.markDone("twice", in: lesson)
    let again = ProgressStore(home: directory.path + "/home")
    #expect(again.lastLesson == "small")
    #expect(again.progress(of: "small").position == 2)
    #expect(again.progress(of: "small").done == ["twice"])
    #expect(!again.progress(of: "small").isFinished)
    again.markDone("why", in: lesson)
    #expect(ProgressStore(home: directory.path + "/home").progress(of: "small").isFinished)
    again.reset("small")
    #expect(ProgressStore(home: directory.path + "/home").progress(of: "small") == .init())
    #expect(again.takeNotice() == nil)
  }

  @Test func twoWindowsDoNotOverwriteEachOther() throws {
    let directory = try TemporaryDirectory()
    let lesson = try lesson(smallBody)
    let first = ProgressStore(home: directory.path)
    let second = ProgressStore(home: directory.path)
    first.markDone("twice", in: lesson)
    second.markDone("why", in: lesson)
    #expect(ProgressStore(home: directory.path).progress(of: "small").done == ["twice", "why"])
  }

  @Test func nothingIsLeftOverFromWriting() throws {
    let directory = try TemporaryDirectory()
    let store = ProgressStore(home: directory.path)
    store.open(try lesson(smallBody))
    store.saveAnswer("func f() {}", to: "twice", in: "small")
    let files = try FileManager.default.subpathsOfDirectory(atPath: directory.path).sorted()
    #expect(files == [".lock", "answers", "answers/small", "answers/small/twice.swift", "progress.json"])
  }

  @Test func answersAreFilesThatAnEditorCanOpen() throws {
    let directory = try TemporaryDirectory()
    let store = ProgressStore(home: directory.path)
    #expect(try store.savedAnswer(to: "twice", in: "small") == nil)
    store.saveAnswer("func f() {}", to: "twice", in: "small")
    #expect(store.answerPath("twice", in: "small") == directory.path + "/answers/small/twice.swift")
    #expect(try String(contentsOfFile: store.answerPath("twice", in: "small"), encoding: .utf8) == "func f() {}\n")
    #expect(try store.savedAnswer(to: "twice", in: "small")?.text == "func f() {}\n")
  }

  @Test func theCompilersImportIsTakenOutOfAnswers() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("// mine\nimport Convbook\nfunc f() {}\n", to: "a.swift")
    #expect(try readAnswer(path).text == "// mine\n\nfunc f() {}\n")
    let large = try directory.write(String(repeating: "x", count: 1 << 20 + 1), to: "large.swift")
    let problem = #expect(throws: FileProblem.self) { try readAnswer(large) }
    #expect(problem?.description == "'\(large)' is too large: 2 MB, and at most 1 MB are read")
  }

  @Test func damagedProgressIsKeptAsideAndSaid() throws {
    let directory = try TemporaryDirectory()
    try directory.write("{\"lessons\": ", to: "progress.json")
    let store = ProgressStore(home: directory.path)
    #expect(
      store.takeNotice()
        == "'\(directory.path)/progress.json' is damaged; it is kept as 'progress.json.damaged', and progress starts anew."
    )
    #expect(store.takeNotice() == nil)
    #expect(FileManager.default.fileExists(atPath: directory.path + "/progress.json.damaged"))
  }

  @Test func whatIsSkippedIsNotDone() throws {
    let directory = try TemporaryDirectory()
    let lesson = try lesson(smallBody)
    let store = ProgressStore(home: directory.path)
    store.markSkipped("twice", in: lesson)
    store.markSkipped("why", in: lesson)
    store.markDone("why", in: lesson)
    store.markSkipped("why", in: lesson)
    let progress = ProgressStore(home: directory.path).progress(of: "small")
    #expect(progress.skipped == ["twice"])
    #expect(progress.done == ["why"])
    #expect(!progress.isFinished)
  }

  @Test func anEditedLessonKeepsItsMarksAndSaysSo() throws {
    let directory = try TemporaryDirectory()
    let old = try lesson(smallBody)
    let store = ProgressStore(home: directory.path)
    store.move(old, to: 1)
    store.markDone("twice", in: old)
    store.markDone("why", in: old)
    let prose = try lesson(smallBody + "\nMore to read.\n")
    let check = try lesson(smallBody.replacing("twice(3), 6", with: "twice(4), 8"))
    let hint = try lesson(smallBody + "\n```hint twice\nAdd it to itself.\n```\n")
    let progress = ProgressStore(home: directory.path).progress(of: "small")
    #expect(progress.isFinished)
    #expect(!progress.hasChanged(old))
    #expect(!progress.hasChanged(hint))
    #expect(progress.hasChanged(prose))
    #expect(progress.changedTasks(in: prose) == [])
    #expect(progress.changedTasks(in: check) == ["twice"])
    store.markDone("twice", in: check)
    #expect(store.progress(of: "small").changedTasks(in: check) == [])
  }

  @Test func whatAnotherVersionWroteIsRead() throws {
    let directory = try TemporaryDirectory()
    try directory.write(
      #"{"lessons": {"small": {"position": 2, "done": ["why"], "colour": "red"}}, "later": 1}"#, to: "progress.json")
    let store = ProgressStore(home: directory.path)
    #expect(store.takeNotice() == nil)
    #expect(store.progress(of: "small").position == 2)
    #expect(store.progress(of: "small").done == ["why"])
  }

  @Test func leftoversOfKilledProcessesAreRemoved() throws {
    let directory = try TemporaryDirectory()
    // No process has a number that large
    try directory.write("{", to: "progress.json.999999999.new")
    try directory.write("{", to: "progress.json.1.new")
    try directory.write("mine", to: "notes.new")
    let store = ProgressStore(home: directory.path)
    store.follow(LessonRun(lesson: try lesson(smallBody), library: NativeLibrary()))
    let files = try FileManager.default.contentsOfDirectory(atPath: directory.path).filter { $0.hasSuffix(".new") }
    #expect(files.sorted() == ["notes.new", "progress.json.1.new"])
  }

  @Test func aHomeThatCannotBeWrittenIsSaidOnce() throws {
    let directory = try TemporaryDirectory()
    try directory.write("a file", to: "file")
    let store = ProgressStore(home: directory.path + "/file/home")
    let lesson = try lesson(smallBody)
    store.move(lesson, to: 3)
    #expect(
      store.takeNotice()
        == "Progress is not saved: cannot make the directory '\(directory.path)/file': Not a directory.")
    store.markDone("twice", in: lesson)
    #expect(store.takeNotice() == nil)
    #expect(store.progress(of: "small").position == 3)
    #expect(store.progress(of: "small").done == ["twice"])
  }
}
