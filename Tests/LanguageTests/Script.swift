import Foundation
import Interpreter
import ProgramGenerator
import Testing

/// A program in `Scripts/`, which both our language and the Swift compiler read.
struct Script: Sendable, CustomTestStringConvertible {
  let file: URL

  var name: String { file.deletingPathExtension().lastPathComponent }
  var testDescription: String { name }

  /// The scripts of a folder beside this file.
  static func all(in folder: String) -> [Script] {
    let directory = URL(filePath: #filePath).deletingLastPathComponent().appending(path: folder)
    let files = (try? FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "swift" }.map(Script.init).sorted { $0.name < $1.name }
  }

  /// What our language prints, and what it complains about.
  func interpreted() throws -> (output: String, complaints: String) {
    let source = SourceText(try String(contentsOf: file, encoding: .utf8), name: file.lastPathComponent)
    let outcome = Session(library: NativeLibrary()).run(source)
    return (outcome.output, outcome.diagnostics.map { $0.rendered() }.joined(separator: "\n"))
  }

  /// What the program prints that the Swift compiler makes of it.
  func compiled() throws -> String {
    let program = FileManager.default.temporaryDirectory.appending(path: "convbook-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: program) }
    let compiler = try Command.run(
      ["swiftc", "-swift-version", "5", "-suppress-warnings", file.path, "-lm", "-o", program.path])
    guard compiler.status == 0 else { throw CompilerFailure(description: compiler.errors) }
    return try Command.run([program.path]).output
  }

  /// Whether the Swift compiler takes the text, with the checks that come after types: returns, exhaustiveness, use before
  /// a value is given.
  func isAcceptedByCompiler() throws -> Bool {
    try Command.run(["swiftc", "-swift-version", "5", "-emit-sil", file.path, "-o", "/dev/null"]).status == 0
  }
}

struct CompilerFailure: Error, CustomStringConvertible {
  let description: String
}
