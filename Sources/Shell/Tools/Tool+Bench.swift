import Benchmarks
import Courseware
import Interpreter
import Tensors

extension Tool {
  /// `convbook bench [NAME...]`: how long operators and networks take here.
  package func bench(_ names: [String], threads: Int?, rounds: Int, asJSON: Bool) throws -> Int32 {
    let benchmarks = try Benchmark.named(names)
    useThreads(threads)
    TensorMemory.budget = Self.memoryForNetworks
    let width = benchmarks.map(\.name.count).max() ?? 0
    var rows: [BenchmarkRow] = []
    let isComplete = try untilInterrupted {
      for benchmark in benchmarks {
        let row = BenchmarkRow(try Measurement(of: benchmark, rounds: rounds))
        rows.append(row)
        if !asJSON {
          let times = "median \(padded(shortTime(row.medianSeconds), to: 10))least \(shortTime(row.minSeconds))"
          screen.line(padded(row.name, to: width + 2) + times)
          screen.output.flush()
        }
      }
    }
    if asJSON { screen.output.writeLine(json(rows)) }
    return isComplete ? ExitCode.success : ExitCode.interrupted
  }

  /// `convbook bench --list`
  package func listBenchmarks() -> Int32 {
    let width = Benchmark.all.map(\.name.count).max() ?? 0
    for benchmark in Benchmark.all { screen.line(padded(benchmark.name, to: width + 2) + benchmark.summary) }
    return ExitCode.success
  }

  /// Training ResNet-18 with 32 images keeps some 5 GB of recordings.
  static let memoryForNetworks = 64 << 30

  /// Runs `body` until it is done or Ctrl-C is pressed. True if it is done.
  func untilInterrupted(_ body: () throws -> Void) throws -> Bool {
    let interrupt = InterruptFlag()
    Signals.shared.install()
    do {
      try Signals.shared.interrupting(interrupt) {
        try Interruption.allowing({ if interrupt.isRaised { throw Interrupted() } }, body)
      }
    } catch is Interrupted {
      return false
    }
    return true
  }
}

/// Ctrl-C was pressed.
private struct Interrupted: Error {}

/// A row of `convbook bench --json`; scripts know these names.
private struct BenchmarkRow: Encodable {
  let name: String
  let threads: Int
  let rounds: Int
  let medianSeconds: Double
  let minSeconds: Double

  enum CodingKeys: String, CodingKey {
    case name, threads, rounds
    case medianSeconds = "median_seconds"
    case minSeconds = "min_seconds"
  }

  init(_ measurement: Measurement) {
    name = measurement.name
    threads = measurement.threads
    rounds = measurement.seconds.count
    medianSeconds = measurement.median
    minSeconds = measurement.minimum
  }
}
