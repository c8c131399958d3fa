import Foundation
import Interpreter
import ProgramGenerator
import Testing

/// Whatever is typed: never a crash, never a hang, and a failed cell changes nothing.
@Suite struct MutatedProgramsTests {
  /// Beside the test runner.
  static let program: String = {
    let runner = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    var folder = URL(filePath: runner).deletingLastPathComponent()
    while folder.path.count > 1 {
      let candidate = folder.appending(path: "language-fuzz").path
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    return "language-fuzz"
  }()

  /// In a process of its own, which a trap ends without ending the tests. By hand for longer: `make fuzz SECONDS=3600`.
  @Test func oneMinute() throws {
    let folder = try Command.temporaryFolder()
    let result = try Command.run(
      [Self.program, "mutate", "--seconds", "60", "--seed", "1", "--keep", folder.path], seconds: 150)
    let summary = result.output.split(separator: "\n").last ?? "nothing was tried"
    // Unlike standard output, seen even where the runner ends before its buffers are written.
    FileHandle.standardError.write(Data("\(summary)\n".utf8))
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(result.output.contains("tried "))
    // Else it has the programs that went wrong.
    if result.status == 0 { try FileManager.default.removeItem(at: folder) }
  }

  /// What is no broken promise: objects that hold one another, a cell that fails.
  @Test func failuresAndCyclesAreAllowed() {
    var run = MutationRun(library: NativeLibrary())
    var random = SeededGenerator(seed: 1)
    run.run(["class C { var other: C? }\nlet a = C()\na.other = a"], random: &random)
    #expect(run.problems == [], "objects that hold one another stay, as in Swift")
    run.run(["print(1 / 0)", "let x = 1", "x + 1"], random: &random)
    #expect(run.problems == [])
    #expect(run.count.cells == 4)
    #expect(run.count.succeeded == 3)
  }
}
