import Kernels

/// How long a benchmark took, in seconds for one run.
package struct Measurement: Sendable {
  package let name: String
  package let threads: Int
  /// One for each round: the mean of as many runs as take a hundredth of a second.
  package let seconds: [Double]

  package var minimum: Double { seconds.min() ?? .nan }

  package var median: Double {
    let sorted = seconds.sorted()
    guard let upper = sorted.dropFirst(sorted.count / 2).first else { return .nan }
    return sorted.count % 2 == 1 ? upper : (sorted[sorted.count / 2 - 1] + upper) / 2
  }

  package init(name: String, threads: Int, seconds: [Double]) {
    self.name = name
    self.threads = threads
    self.seconds = seconds
  }

  /// Prepares once, runs once without looking at the clock (that packs weights and fills caches), then times rounds.
  package init(of benchmark: Benchmark, rounds: Int) throws {
    let run = try benchmark.prepare()
    try run()
    let once = try Self.time(run, count: 1)
    let count = max(1, Int(min(0.01 / max(once, 1e-9), 1e6)))
    let seconds = try (0..<rounds).map { _ in try Self.time(run, count: count) }
    self.init(name: benchmark.name, threads: ThreadPool.threads, seconds: seconds)
  }

  private static func time(_ run: () throws -> Void, count: Int) throws -> Double {
    let start = ContinuousClock.now
    for _ in 0..<count { try run() }
    return (ContinuousClock.now - start) / .seconds(1) / Double(count)
  }
}
