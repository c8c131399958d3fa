import Bindings
import Foundation
import Interpreter
import Testing

/// A program in `Scripts/` that uses the engine's words.
struct TensorScript: Sendable, CustomTestStringConvertible {
  let file: URL

  var testDescription: String { file.deletingPathExtension().lastPathComponent }

  static let all: [TensorScript] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Scripts")
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "swift" }.map(TensorScript.init)
      .sorted { $0.testDescription < $1.testDescription }
  }()
}

/// Programs over tensors print in the notebook what they print compiled. Expected output is never written by hand.
@Suite struct TensorScriptTests {
  @Test func scriptsAreFound() {
    #expect(TensorScript.all.count >= 15)
  }

  @Test(arguments: TensorScript.all)
  func printsWhatTheCompiledProgramPrints(script: TensorScript) throws {
    let text = try String(contentsOf: script.file, encoding: .utf8)
    let outcome = Session(library: engineLibrary()).run(SourceText(text, name: script.file.lastPathComponent))
    #expect(outcome.diagnostics.map { $0.rendered() } == [])
    // Swift 6 refuses functions that touch top-level variables, as cells of a notebook do.
    let compiled = try CompiledProgram.run(text, swiftVersion: 5)
    #expect(compiled.status == 0)
    #expect(outcome.output == compiled.output)
  }
}
