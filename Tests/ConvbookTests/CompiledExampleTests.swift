import BindingGenerator
import Foundation
import Testing

/// The examples of the engine's doc comments, compiled by `swiftc` outside of the package: they see the public facade
/// only, and show what they show in the notebook.
@Suite struct CompiledExampleTests {
  /// The package's folder, and where the tests were built.
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
  private static let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()

  @Test func everyExampleCompilesAndShowsTheSame() throws {
    let generator = try Generator(root: Self.root)
    #expect(generator.errors == [])
    #expect(generator.examples.count > 80)
    let folder = FileManager.default.temporaryDirectory.appending(path: "convbook-client-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Self.client(of: generator.examples).write(
      to: folder.appending(path: "main.swift"), atomically: true, encoding: .utf8)

    let compiled = try Self.compile(in: folder)
    try #require(compiled.status == 0, "\(compiled.output)")
    let ran = try Self.run(folder.appending(path: "client").path, [])
    #expect(ran.output == "\(generator.examples.count) examples\n")
    #expect(ran.status == 0)
  }

  @Test func aFailedPreconditionStopsTheProgramWithItsSentence() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "convbook-client-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "import Convbook\nprint(Tensor([1, 2, 3]).reshaped([2, -1]))\n".write(
      to: folder.appending(path: "main.swift"), atomically: true, encoding: .utf8)
    let compiled = try Self.compile(in: folder)
    try #require(compiled.status == 0, "\(compiled.output)")
    let ran = try Self.run(folder.appending(path: "client").path, [])
    #expect(ran.status != 0)
    let sentence = "a tensor of shape [3] has 3 elements, and these do not fit into [2, -1]"
    #expect(ran.output.hasSuffix("Fatal error: \(sentence)\n"), "\(ran.output)")
  }

  // MARK: The client

  /// One function an example, so that names do not meet.
  private static func client(of examples: [Example]) -> String {
    var lines = [
      "import Convbook",
      "nonisolated(unsafe) var printed = \"\"",
      "func print(_ value: Any) { printed += \"\\(value)\" }",
      "func show<T>(_ value: T, _ expected: String, _ place: String) {",
      "  let text = String(reflecting: value)",
      "  if text != expected { Swift.print(\"\\(place): shows \\(text), and the comment says \\(expected)\") }",
      "}",
      "func output(_ expected: String, _ place: String) {",
      "  if printed != expected { Swift.print(\"\\(place): prints \\(printed), and the comment says \\(expected)\") }",
      "  printed = \"\"",
      "}",
    ]
    for (number, example) in examples.enumerated() {
      let place = "\"\(example.place.file):\(example.place.line)\""
      lines.append("func example\(number)() {")
      for step in example.steps {
        guard let expected = step.expected else {
          lines.append("  " + step.code)
          continue
        }
        let text = "##\"\"\"\n\(expected)\n\"\"\"##"
        lines.append(
          step.isPrint ? "  \(step.code); output(\(text), \(place))" : "  show(\(step.code), \(text), \(place))")
      }
      lines += ["}", "example\(number)()"]
    }
    lines.append("Swift.print(\"\(examples.count) examples\")")
    return lines.joined(separator: "\n") + "\n"
  }

  /// Compiles `main.swift` without a package name, so that `package` declarations are out of sight.
  private static func compile(in folder: URL) throws -> (status: Int32, output: String) {
    let modules = ["Tensors", "Operators", "Checking", "Convbook"]
    let objects = modules.flatMap { module -> [String] in
      let built = products.appending(path: "\(module).build").path
      let files = FileManager.default.enumerator(atPath: built)?.compactMap { $0 as? String } ?? []
      return files.filter { $0.hasSuffix(".o") }.map { "\(built)/\($0)" }
    }
    return try run(
      "/usr/bin/env",
      [
        "swiftc", "-swift-version", "6", "-Onone", folder.appending(path: "main.swift").path,
        "-o", folder.appending(path: "client").path, "-I", products.appending(path: "Modules").path,
        "-Xcc", "-fmodule-map-file=\(root.appending(path: "Sources/COpenBLAS/module.modulemap").path)",
      ] + objects + ["-lopenblas"])
  }

  private static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    // Only the sentence, without the stack that Swift prints below it.
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }
}
