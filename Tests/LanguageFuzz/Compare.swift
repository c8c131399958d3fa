import ArgumentParser
import Foundation
import Interpreter
import ProgramGenerator

/// Writes the program of a seed.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Print the program of a seed.")
  @Argument var seed: UInt64
  @Flag(help: "With all variables on the top level.") var topLevel = false

  func run() {
    let program = ProgramGenerator.program(seed: seed, number: Int(seed % 1000), isTopLevel: topLevel)
    print(GeneratedProgram.preamble + (topLevel ? program.topLevel : program.called))
  }
}

/// Runs one program, in a process of its own so that a crash is seen.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Run one program.", shouldDisplay: false)
  @Argument var file: String

  func run() throws {
    let (behaviour, complaint) = Comparison.interpreted(try String(contentsOfFile: file, encoding: .utf8))
    FileHandle.standardOutput.write(Data(behaviour.output.utf8))
    FileHandle.standardError.write(Data(complaint.utf8))
    switch behaviour.end {
    case .done: return
    case .stopped: throw ExitCode(3)
    case .refused(let reason):
      FileHandle.standardError.write(Data("\n\(Self.mark)\(reason)".utf8))
      throw ExitCode(4)
    }
  }

  private static let mark = "refused: "

  /// The same from outside.
  static func separately(_ text: String) throws -> (behaviour: Behaviour, complaint: String) {
    let folder = try Command.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "program.swift")
    try text.write(to: file, atomically: true, encoding: .utf8)
    let result = try Command.run([CommandLine.arguments[0], "run", file.path], seconds: 40)
    let parts = result.errors.components(separatedBy: "\n" + mark)
    let end: Behaviour.End =
      switch (result.wasKilled, result.status) {
      case (false, 0): .done
      case (false, 3): .stopped
      case (false, 4): .refused(parts.last ?? "")
      default: .refused("crash with signal \(result.status)")
      }
    return (Behaviour(output: result.output, end: end), parts[0])
  }
}

/// Compares with the Swift compiler.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run generated programs here and as swiftc compiles them, and show every difference.")
  @Option(help: "The first seed.") var seed: UInt64 = 1
  @Option(help: "How many programs.") var count = 100
  @Option(help: "How many are compiled at once.") var batch = 25
  @Flag(help: "Leave out what a difference does not need.") var reduce = false

  @Flag(help: "Run them here only: a program that is refused, or crashes, is one that should not be.") var alone = false

  func run() throws {
    if alone { return try runAlone() }
    var differences = 0
    var stopped = 0
    for start in stride(from: 0, to: count, by: batch) {
      let programs = (start..<min(start + batch, count)).map {
        ProgramGenerator.program(seed: seed &+ UInt64($0), number: $0)
      }
      let theirs = try Comparison.compiled(programs)
      for (program, theirs) in zip(programs, theirs) {
        let (ours, complaint) = try Run.separately(GeneratedProgram.preamble + program.called)
        if theirs.end == .stopped { stopped += 1 }
        guard let difference = Comparison.difference(ours, theirs) else { continue }
        differences += 1
        print("--- seed \(program.seed): \(difference)\n\(complaint)")
        if reduce { print(reduced(GeneratedProgram.preamble + program.called, difference)) }
      }
      FileHandle.standardError.write(Data("\(start + programs.count) programs, \(differences) differences\n".utf8))
    }
    print("\(count) programs from seed \(seed): \(differences) differences, \(stopped) stopped by a trap")
    if differences > 0 { throw ExitCode(1) }
  }

  private func runAlone() throws {
    var refused = 0
    for index in 0..<count {
      let seed = seed &+ UInt64(index)
      let program = ProgramGenerator.program(seed: seed, number: index, isTopLevel: index % 2 == 1)
      let text = GeneratedProgram.preamble + (index % 2 == 0 ? program.called : program.topLevel)
      let (ours, complaint) = try Run.separately(text)
      guard case .refused(let reason) = ours.end else { continue }
      refused += 1
      print("--- seed \(seed): \(reason)\n\(complaint)")
    }
    print("\(count) programs from seed \(seed): \(refused) refused")
    if refused > 0 { throw ExitCode(1) }
  }

  /// A smaller program with a difference of the same kind.
  private func reduced(_ text: String, _ difference: String) -> String {
    let kind = Self.kind(difference)
    return Reducer.reduced(text) { candidate in
      guard let ours = try? Run.separately(candidate).behaviour else { return false }
      if kind.hasPrefix("ours") {
        guard Self.kind("ours: \(ours.end)") == kind else { return false }
      } else if case .refused = ours.end {
        return false
      }
      guard let theirs = try? Comparison.compiled(candidate) else { return false }
      return Comparison.difference(ours, theirs).map(Self.kind) == kind
    }
  }

  /// The words of a difference that stay the same while names change.
  private static func kind(_ difference: String) -> String {
    if difference.hasPrefix("line") { return "line" }
    return String(difference.prefix(60).filter { !$0.isNumber })
  }
}
