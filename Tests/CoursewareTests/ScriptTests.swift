import Bindings
import Courseware
import Interpreter
import Testing

@Suite struct ScriptTests {
  @Test func aScriptRunsAsOneProgram() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("import Convbook\nlet a = 2\nprint(a * 21)\n", to: "a.swift")
    var printed = ""
    let outcome = try runScript(path, library: engineLibrary()) { printed += $0 }
    #expect(outcome.succeeded)
    #expect(outcome.output == "42\n")
    #expect(printed == "42\n")
  }

  @Test func anErrorHasTheLineOfTheFile() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("import Convbook\n\nprint(b)\n", to: "a.swift")
    let outcome = try runScript(path, library: engineLibrary())
    #expect(outcome.diagnostics.first?.rendered().hasPrefix("\(path):3:7: error: cannot find 'b' in scope") ?? false)
  }

  @Test func aMissingScriptIsSaid() {
    let problem = #expect(throws: FileProblem.self) { try runScript("/nowhere.swift", library: engineLibrary()) }
    #expect(problem?.description == "there is no file '/nowhere.swift'")
  }
}
