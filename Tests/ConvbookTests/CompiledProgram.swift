import Foundation
import Testing

/// Programs that import Convbook, compiled by `swiftc` as somebody else would compile them: without a package name, so
/// that `package` declarations are out of sight.
enum CompiledProgram {
  /// The package's folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
  /// Where the tests were built, and with them the library's modules.
  private static let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()

  /// Compiles and runs `text`. What the compiler has to say is a failed requirement.
  static func run(_ text: String, swiftVersion: Int = 6) throws -> (status: Int32, output: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "convbook-client-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appending(path: "main.swift")
    let program = folder.appending(path: "client").path
    try text.write(to: source, atomically: true, encoding: .utf8)

    let kernels = ["KernelInterface", "KernelsBase", "KernelsV3", "KernelsV4", "Kernels"]
    let engine = ["Tensors", "Operators", "Checking", "Interchange", "Pictures", "Convbook"]
    let objects = (kernels + engine).flatMap { module -> [String] in
      let built = products.appending(path: "\(module).build").path
      let files = FileManager.default.enumerator(atPath: built)?.compactMap { $0 as? String } ?? []
      // A file that was renamed leaves its object behind.
      let folder = root.appending(path: "Sources/\(module)").resolvingSymlinksInPath()
      let sources = FileManager.default.enumerator(atPath: folder.path)
      let names = Set((sources?.compactMap { $0 as? String } ?? []).map { URL(filePath: $0).lastPathComponent })
      return files.filter { $0.hasSuffix(".o") && names.contains(String($0.dropLast(2))) }.map { "\(built)/\($0)" }
    }
    let maps = ["COpenBLAS", "CKernels"].flatMap {
      ["-Xcc", "-fmodule-map-file=\(root.appending(path: "Sources/\($0)/module.modulemap").path)"]
    }
    let compiled = try start(
      "/usr/bin/env",
      [
        "swiftc", "-swift-version", "\(swiftVersion)", "-Onone", "-suppress-warnings", source.path, "-o", program,
        "-I", products.appending(path: "Modules").path,
      ] + maps + objects + ["-lopenblas"])
    try #require(compiled.status == 0, "\(compiled.output)")
    return try start(program, [], in: folder)
  }

  private static func start(
    _ program: String, _ arguments: [String], in folder: URL? = nil
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    if let folder { process.currentDirectoryURL = folder }
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
