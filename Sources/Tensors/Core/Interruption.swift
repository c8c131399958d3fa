/// How long computations are stopped from outside.
///
/// A convolution of large images can take minutes. Loops of that kind call `poll()` now and then, which throws when
/// whoever started them has had enough: the time is up, or Ctrl-C was pressed. Without anybody to ask it does nothing.
package enum Interruption {
  /// Only ever called on the thread that it came from, inside of `allowing`.
  private struct Question: @unchecked Sendable {
    let ask: () throws -> Void
  }

  @TaskLocal private static var question: Question?

  /// Runs `body`; whatever `question` throws meanwhile ends it.
  package static func allowing<Result>(
    _ question: @escaping () throws -> Void, _ body: () throws -> Result
  ) rethrows -> Result {
    try $question.withValue(Question(ask: question), operation: body)
  }

  /// Throws if the computation should end. Call it every millisecond or so, not for every element.
  package static func poll() throws {
    try question?.ask()
  }

  /// Polls once every so much work. `work` is the caller's account, 0 at first; `amount` is what it is about to do,
  /// where a million are about a millisecond.
  package static func poll(afterWork work: inout Int, of amount: Int) throws {
    work &+= amount
    guard work > 1_000_000 else { return }
    work = 0
    try poll()
  }
}
