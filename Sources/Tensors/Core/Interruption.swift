internal import Kernels

/// How computations are stopped from outside.
///
/// A convolution of large images can take minutes. Every loop over many elements calls `poll()` now and then, which
/// throws when whoever started it has had enough: the time is up, or Ctrl-C was pressed. Without anybody to ask it does
/// nothing.
package enum Interruption {
  /// Only ever used on the thread that it came from, inside of `allowing`.
  private final class Question: @unchecked Sendable {
    private let question: () throws -> Void
    private(set) var answer: (any Error)?

    init(_ question: @escaping () throws -> Void) { self.question = question }

    func ask() throws {
      if let answer { throw answer }
      do {
        try question()
      } catch {
        answer = error
        throw error
      }
    }
  }

  @TaskLocal private static var question: Question?

  /// Runs `body`; whatever `question` throws meanwhile ends it, and is thrown also where `body` cannot throw.
  package static func allowing<Result>(
    _ question: @escaping () throws -> Void, _ body: () throws -> Result
  ) throws -> Result {
    _ = tellsThreads
    let question = Question(question)
    do {
      let result = try $question.withValue(question, operation: body)
      if let answer = question.answer { throw answer }
      return result
    } catch {
      // What was left unfinished can be an error of its own: the elements that are missing, for instance.
      throw question.answer ?? error
    }
  }

  /// Operators on several threads ask as well, between two of their chunks.
  private static let tellsThreads: Void = { ThreadPool.shouldStop = { isOver } }()

  /// Runs `body` to its end: a write in place is not left half done.
  package static func forbidding<Result>(_ body: () throws -> Result) rethrows -> Result {
    try $question.withValue(nil, operation: body)
  }

  /// Throws if the computation should end. Call it every millisecond or so, not for every element.
  package static func poll() throws {
    try question?.ask()
  }

  /// For functions that cannot throw: when it is true, they give up and return whatever they have.
  package static var isOver: Bool { (try? poll()) == nil }

  /// Polls once every so much work. `work` is the caller's account, 0 at first; `amount` is what it is about to do,
  /// where a million are about a millisecond.
  @inlinable
  package static func poll(afterWork work: inout Int, of amount: Int) throws {
    work &+= amount
    guard work > 1_000_000 else { return }
    work = 0
    try poll()
  }

  /// How many elements a loop goes through between two polls: a few milliseconds also for functions like `tanh`.
  package static let blockSize = 1 << 17
}

/// Calls `body` for one part of `0..<count` after the other, and polls in between.
package func inBlocks(
  _ count: Int, of size: Int = Interruption.blockSize, _ body: (Range<Int>) -> Void
) throws {
  if count <= size {
    if count > 0 { body(0..<count) }
    return
  }
  for start in stride(from: 0, to: count, by: size) {
    if start > 0 { try Interruption.poll() }
    body(start..<min(start + size, count))
  }
}

/// Whether something holds for all places of `0..<count`; false where the computation should end before that is known.
package func allPlaces(_ count: Int, _ holds: (Int) -> Bool) -> Bool {
  for start in stride(from: 0, to: count, by: Interruption.blockSize) {
    if start > 0 && Interruption.isOver { return false }
    guard (start..<min(start + Interruption.blockSize, count)).allSatisfy(holds) else { return false }
  }
  return true
}
