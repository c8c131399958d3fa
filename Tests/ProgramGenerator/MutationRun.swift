import Foundation
import Interpreter

/// Runs one strange input, and says which promises were broken: that every failed cell has a diagnostic with a place,
/// that it leaves the variables as they were, that it ends in time, and that a session returns all its memory.
package struct MutationRun {
  package struct Count {
    package var inputs = 0
    package var cells = 0
    package var succeeded = 0
    package var questions = 0
    package init() {}
  }

  let library: NativeLibrary
  package var count = Count()
  package private(set) var problems: [String] = []

  package init(library: NativeLibrary) { self.library = library }

  static var limits: Limits {
    var limits = Limits()
    limits.seconds = 0.5
    limits.steps = 300_000
    limits.memoryBytes = 32 << 20
    limits.outputBytes = 64 << 10
    limits.callDepth = 2_000
    return limits
  }

  /// Runs the cells one after the other in a new session, and asks questions about them.
  package mutating func run(_ cells: [String], random: inout SeededGenerator) {
    count.inputs += 1
    problems = []
    let released = Released()
    runSession(cells, released, &random)
    // Objects and closures that hold one another stay, as in Swift.
    let mayHaveCircles = cells.contains { $0.contains("class") || $0.contains("= {") }
    if let bytes = released.bytes, bytes != 0, !(bytes > 0 && mayHaveCircles) {
      problems.append("\(bytes) bytes are left when the session is gone")
    }
  }

  private final class Released { var bytes: Int? }

  private mutating func runSession(_ cells: [String], _ released: Released, _ random: inout SeededGenerator) {
    let session = Session(library: library, limits: Self.limits, checksHeap: true)
    session.onHeapReleased = { released.bytes = $0 }
    for (index, text) in cells.enumerated() {
      let before = variables(of: session)
      let isForked = random.chance(10)
      let start = cpuSeconds()
      let outcome = (isForked ? session.fork() : session).run(SourceText(text, name: "cell \(index + 1)"))
      let seconds = cpuSeconds() - start
      count.cells += 1
      if outcome.succeeded { count.succeeded += 1 }
      if seconds > 3 { problems.append("cell \(index + 1) took \(seconds) seconds") }
      check(outcome.diagnostics, cells)
      problems += session.heapProblems().prefix(3).map { "cell \(index + 1): \($0)" }
      if !outcome.succeeded || isForked, variables(of: session) != before {
        problems.append("cell \(index + 1) changed variables though it \(isForked ? "ran in a fork" : "failed")")
      }
      ask(session, text, &random)
    }
  }

  /// Names, types and values, as far as a short text shows them.
  private func variables(of session: Session) -> [String] {
    session.variables.map { "\($0.name): \($0.typeName) = \($0.description.prefix(200)) #\($0.description.count)" }
  }

  private mutating func check(_ diagnostics: [Diagnostic], _ cells: [String]) {
    for diagnostic in diagnostics {
      if diagnostic.message.isEmpty { problems.append("a diagnostic without words") }
      guard let range = diagnostic.range else {
        problems.append("no place: \(diagnostic.message)")
        continue
      }
      if range.start < 0 || range.start > range.end || range.end > range.source.text.utf8.count {
        problems.append("a place outside of the text: \(diagnostic.message)")
      }
      if !cells.contains(range.source.text) { problems.append("a place in another text: \(diagnostic.message)") }
      if diagnostic.rendered().isEmpty { problems.append("nothing is shown: \(diagnostic.message)") }
    }
  }

  // MARK: Questions

  private mutating func ask(_ session: Session, _ text: String, _ random: inout SeededGenerator) {
    let length = text.utf8.count
    let start = cpuSeconds()
    if random.chance(50) { return }
    for _ in 0..<2 {
      _ = session.completions(in: text, at: random.below(length + 1))
      count.questions += 1
    }
    let tokens = Mutator.tokens(String(text.prefix(2000)))
    if !tokens.isEmpty {
      let place = random.below(tokens.count)
      let part = tokens[place..<min(tokens.count, place + random.below(12) + 1)].joined()
      _ = session.type(of: part)
      _ = session.documentation(for: random.pick(tokens))
      _ = session.completeness(of: tokens[..<place].joined())
      count.questions += 3
    }
    _ = session.functions
    let seconds = cpuSeconds() - start
    if seconds > 3 { problems.append("questions took \(seconds) seconds") }
  }
}

/// Time that this process has computed.
private func cpuSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
