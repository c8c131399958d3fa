import Kernels

/// How many threads large operators use: `--threads`, `:set threads`.
package enum Threads {
  /// Reads a number as it is typed. Throws a sentence where it is none.
  package static func number(_ text: String) throws -> Int {
    guard let count = Int(text), count >= 1, count <= ThreadCount.limit else {
      throw ToolProblem("threads is a whole number from 1 to \(ThreadCount.limit), such as 4; not '\(text)'")
    }
    return count
  }

  /// What is odd about a number of threads; nil if nothing is.
  static func note(on count: Int) -> String? {
    let cores = ThreadCount.cores
    guard count > cores else { return nil }
    return "\(count) threads share \(cores == 1 ? "1 core" : "\(cores) cores"): more threads than cores are not faster"
  }
}

extension Tool {
  /// Takes over a number of threads, if one is given, and says what is odd about it.
  func useThreads(_ count: Int?) {
    guard let count else { return }
    ThreadPool.threads = count
    if let note = Threads.note(on: count) { remark(note) }
  }

  /// Says what is wrong with `CONVBOOK_THREADS` and `CONVBOOK_KERNELS`.
  func checkEnvironment() {
    for complaint in [ThreadCount.complaint, ProcessorLevel.complaint] {
      if let complaint { remark(complaint) }
    }
  }

  /// A sentence beside the results, where errors go.
  private func remark(_ sentence: String) {
    errors.writeLine("convbook: \(sentence)")
    errors.flush()
  }
}
