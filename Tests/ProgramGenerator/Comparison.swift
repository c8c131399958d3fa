import Foundation
import Interpreter

/// What running a program gave: what it printed, and how it ended.
package struct Behaviour: Equatable, CustomStringConvertible {
  package enum End: Equatable {
    case done, stopped
    /// Not run at all, for a reason.
    case refused(String)
  }
  package var output: String
  package var end: End

  package init(output: String, end: End) {
    self.output = output
    self.end = end
  }

  package var description: String { "\(output)[\(end)]" }
}

/// Runs programs here and as the Swift compiler makes them.
package enum Comparison {
  /// What our language makes of a program.
  package static func interpreted(_ text: String) -> (behaviour: Behaviour, complaint: String) {
    var limits = Limits()
    limits.seconds = 30
    let session = Session(library: NativeLibrary(), limits: limits, checksHeap: true)
    let outcome = session.run(SourceText(text, name: "program.swift"))
    if let problem = session.heapProblems().first {
      return (Behaviour(output: outcome.output, end: .refused("the heap: \(problem)")), problem)
    }
    guard let diagnostic = outcome.diagnostics.first else { return (Behaviour(output: outcome.output, end: .done), "") }
    let end: Behaviour.End =
      diagnostic.kind == .fault ? .stopped : .refused("\(diagnostic.kind): \(diagnostic.message)")
    return (Behaviour(output: outcome.output, end: end), diagnostic.rendered())
  }

  /// What the Swift compiler makes of a whole program.
  package static func compiled(_ text: String) throws -> Behaviour {
    let folder = try Command.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    // Output is written line by line, so that a trap loses none.
    let main = "#if canImport(Glibc)\nimport Glibc\n#else\nimport Darwin\n#endif\nsetvbuf(stdout, nil, _IOLBF, 0)\n"
    let program = folder.appending(path: "main.swift")
    try (main + text).write(to: program, atomically: true, encoding: .utf8)
    if let refusal = try compile([program], in: folder) { return Behaviour(output: "", end: .refused(refusal)) }
    let result = try Command.run([folder.appending(path: "main").path])
    return Behaviour(output: result.output, end: result.status == 0 ? .done : .stopped)
  }

  /// The same for many programs, compiled as one. They run one after the other; after a trap the next one starts anew.
  package static func compiled(_ programs: [GeneratedProgram]) throws -> [Behaviour] {
    let folder = try Command.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let mark = "=== \(UUID().uuidString) "
    let calls = programs.enumerated().map { "  { print(\"\(mark)\($0)\"); run_\($1.number)() }," }
    let main = """
      #if canImport(Glibc)
      import Glibc
      #else
      import Darwin
      #endif
      setvbuf(stdout, nil, _IOLBF, 0)
      let programs: [() -> Void] = [
      \(calls.joined(separator: "\n"))
      ]
      for program in programs.dropFirst(Int(CommandLine.arguments[1])!) { program() }
      """
    let files =
      [(main, "main.swift"), (GeneratedProgram.preamble, "preamble.swift")]
      + programs.enumerated().map { ($1.library, "program\($0).swift") }
    let urls = try files.map { text, name in
      let url = folder.appending(path: name)
      try text.write(to: url, atomically: true, encoding: .utf8)
      return url
    }
    if let refusal = try compile(urls, in: folder) {
      if programs.count > 1 { FileHandle.standardError.write(Data("not together: \(refusal)\n".utf8)) }
      guard programs.count > 1 else { return [Behaviour(output: "", end: .refused(refusal))] }
      return try programs.flatMap { try compiled([$0]) }
    }
    var behaviours: [Behaviour] = []
    while behaviours.count < programs.count {
      let result = try Command.run([folder.appending(path: "main").path, "\(behaviours.count)"])
      let outputs = result.output.components(separatedBy: mark).dropFirst().map { text in
        String(text[(text.firstIndex(of: "\n").map(text.index(after:)) ?? text.endIndex)...])
      }
      guard !outputs.isEmpty else { break }
      behaviours += outputs.map { Behaviour(output: $0, end: .done) }
      if result.status != 0 { behaviours[behaviours.count - 1].end = .stopped }
    }
    return behaviours
  }

  /// The first complaint of the compiler, if there is one.
  private static func compile(_ files: [URL], in folder: URL) throws -> String? {
    let result = try Command.run(
      ["swiftc", "-swift-version", "5", "-suppress-warnings", "-Onone", "-module-name", "main"] + files.map(\.path)
        + ["-lm", "-o", folder.appending(path: "main").path], seconds: 300)
    guard result.status != 0 else { return nil }
    let lines = result.errors.split(separator: "\n").filter { $0.contains("error:") || $0.contains("Stack dump") }
    return lines.prefix(3).joined(separator: "\n").replacing(folder.path, with: "")
  }

  /// Behaviour is the same if the output is and both came to the end, or both did not.
  package static func difference(_ ours: Behaviour, _ theirs: Behaviour) -> String? {
    if ours == theirs { return nil }
    if case .refused = ours.end, case .refused = theirs.end { return "both: \(theirs.end)" }
    if case .refused = ours.end { return "ours: \(ours.end)" }
    if case .refused = theirs.end { return "swiftc: \(theirs.end)" }
    let (left, right) = (ours.output.split(separator: "\n"), theirs.output.split(separator: "\n"))
    for index in 0..<max(left.count, right.count) {
      let (a, b) = (index < left.count ? left[index] : "(end)", index < right.count ? right[index] : "(end)")
      if a != b { return "line \(index + 1)\n  ours:   \(a)\n  swiftc: \(b)\n  ends: \(ours.end), \(theirs.end)" }
    }
    return "ends: ours \(ours.end), swiftc \(theirs.end)"
  }
}
