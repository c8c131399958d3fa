/// Something that is timed: a name, and how to get ready for it.
package struct Benchmark: Sendable {
  package let name: String
  /// What it does, for lists.
  package let summary: String
  /// Makes inputs and networks, and gives what is run again and again.
  package let prepare: @Sendable () throws -> () throws -> Void
}

extension Benchmark {
  /// All of them, in the order in which they are run.
  package static let all = networks + convolutions + normalizations + small

  /// The benchmarks of the given names, all where there are none.
  package static func named(_ names: [String]) throws(UnknownBenchmark) -> [Benchmark] {
    if names.isEmpty { return all }
    var found: [Benchmark] = []
    for name in names {
      guard let benchmark = all.first(where: { $0.name == name }) else { throw UnknownBenchmark(name: name) }
      found.append(benchmark)
    }
    return found
  }
}

/// A name that no benchmark has.
package struct UnknownBenchmark: Error, CustomStringConvertible {
  let name: String

  package var description: String {
    "there is no benchmark '\(name)'; there are \(Benchmark.all.map(\.name).joined(separator: ", "))"
  }
}
