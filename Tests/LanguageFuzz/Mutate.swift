import ArgumentParser
import Bindings
import Foundation
import Interpreter
import ProgramGenerator

/// Strange programs for as long as one likes. They run in a process of their own; where it dies, a new one goes on.
struct Mutate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Change programs at random and run them: never a crash, never a hang.")
  @Option(help: "The first seed; every input has the next one.") var seed: UInt64 = 1
  @Option(help: "For how long.") var seconds = 60.0
  @Option(help: "How many inputs at most.") var count = Int.max
  @Option(help: "Where inputs are kept that broke a promise.") var keep = FileManager.default.currentDirectoryPath

  func run() throws {
    let end = Date().addingTimeInterval(seconds)
    let state = FileManager.default.temporaryDirectory.appending(path: "language-fuzz-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: state) }
    var next = seed
    var failures = 0
    while end > Date(), next < seed &+ UInt64(clamping: count) {
      let worker = Process()
      worker.executableURL = URL(filePath: CommandLine.arguments[0])
      worker.arguments = [
        "mutate-here", "--seed", "\(next)", "--seconds", "\(end.timeIntervalSinceNow)", "--state", state.path,
        "--count", "\(count - Int(next - seed))",
      ]
      try worker.run()
      worker.waitUntilExit()
      if worker.terminationReason == .exit, worker.terminationStatus <= 1 {
        failures += Int(worker.terminationStatus)
        break
      }
      failures += 1
      let last = (try? String(contentsOf: state, encoding: .utf8)) ?? ""
      next = (last.split(separator: "\n").first.flatMap { UInt64($0) } ?? next) &+ 1
      let file = keep + "/crash-\(next &- 1).swift"
      try last.write(toFile: file, atomically: true, encoding: .utf8)
      print(
        "seed \(next &- 1): the process ended with \(worker.terminationStatus); kept as \(file)\n\(last.prefix(2000))")
    }
    if failures > 0 { throw ExitCode(1) }
  }
}

/// The process that runs the inputs, and writes each into a file before.
struct MutateHere: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Run inputs in this process.", shouldDisplay: false)
  @Option var seed: UInt64
  @Option var seconds: Double
  @Option var count: Int
  @Option var state: String

  static let separator = "\n// --- next cell\n"

  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  func run() throws {
    let end = Date().addingTimeInterval(seconds)
    let corpus = Mutator.Corpus(repository: Self.repository)
    let watchdog = Watchdog()
    var run = MutationRun(library: engineLibrary())
    var failures = 0
    while Date() < end, run.count.inputs < count {
      let seed = seed &+ UInt64(run.count.inputs)
      var mutator = Mutator(seed: seed, corpus: corpus)
      let cells = mutator.cells()
      try Data("\(seed)\n\(cells.joined(separator: Self.separator))".utf8).write(to: URL(filePath: state))
      watchdog.feed()
      var random = SeededGenerator(seed: ~seed)
      run.run(cells, random: &random)
      if !run.problems.isEmpty {
        failures += 1
        print(
          "seed \(seed): \(run.problems.joined(separator: "; "))\n\(cells.joined(separator: Self.separator).prefix(1500))"
        )
      }
    }
    let count = run.count
    print(
      "tried \(count.inputs) inputs from seed \(seed): \(count.cells) cells, \(count.succeeded) of them ran to the end, "
        + "\(count.questions) questions; \(failures) broke a promise")
    if failures > 0 { throw ExitCode(1) }
  }
}

/// Runs a kept input again.
struct Replay: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Run an input that was kept.")
  @Argument var file: String

  func run() throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let body = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).last.map(String.init) ?? text
    let cells = body.components(separatedBy: MutateHere.separator)
    var run = MutationRun(library: engineLibrary())
    var random = SeededGenerator(seed: ~(text.split(separator: "\n").first.flatMap { UInt64($0) } ?? 1))
    run.run(cells, random: &random)
    print(run.problems.isEmpty ? "nothing is wrong" : run.problems.joined(separator: "\n"))
    if !run.problems.isEmpty { throw ExitCode(1) }
  }
}

/// Ends the process if an input takes far too long.
private final class Watchdog: @unchecked Sendable {
  private let lock = NSLock()
  private var last = clock()

  init() {
    Thread.detachNewThread { [self] in
      while true {
        Thread.sleep(forTimeInterval: 0.5)
        lock.lock()
        let seconds = Double(clock() - last) / Double(CLOCKS_PER_SEC)
        lock.unlock()
        if seconds > 20 {
          FileHandle.standardError.write(Data("an input did not end within 20 seconds\n".utf8))
          _exit(3)
        }
      }
    }
  }

  func feed() {
    lock.lock()
    last = clock()
    lock.unlock()
  }
}
