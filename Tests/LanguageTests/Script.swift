import Foundation
import Interpreter
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
    let compiler = try Self.run(
      "swiftc", "-swift-version", "5", "-suppress-warnings", file.path, "-lm", "-o", program.path)
    guard compiler.status == 0 else { throw CompilerFailure(description: compiler.errors) }
    return try Self.run(program.path).output
  }

  /// Whether the Swift compiler takes the text, with the checks that come after types: returns, exhaustiveness, use before
  /// a value is given.
  func isAcceptedByCompiler() throws -> Bool {
    try Self.run("swiftc", "-swift-version", "5", "-emit-sil", file.path, "-o", "/dev/null").status == 0
  }

  private static func run(_ command: String...) throws -> (status: Int32, output: String, errors: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    let folder = FileManager.default.temporaryDirectory.appending(path: "convbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files, because a pipe that nobody reads stops a program that prints much.
    let streams = try ["output", "errors"].map { name in
      let url = folder.appending(path: name)
      _ = FileManager.default.createFile(atPath: url.path, contents: nil)
      return (url: url, handle: try FileHandle(forWritingTo: url))
    }
    process.standardOutput = streams[0].handle
    process.standardError = streams[1].handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let texts = try streams.map { stream in
      try stream.handle.close()
      return try String(contentsOf: stream.url, encoding: .utf8)
    }
    return (process.terminationStatus, texts[0], texts[1])
  }
}

struct CompilerFailure: Error, CustomStringConvertible {
  let description: String
}
