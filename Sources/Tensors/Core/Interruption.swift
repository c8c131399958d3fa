<<<<<<< HEAD
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
=======
/// Lets whoever runs the engine stop long work: a time budget, or Ctrl-C.
///
///     try Interruption.$handler.withValue(Interruption { try context.poll() }) { … }
///
/// Loops that can take long ask now and then, and pass the handler's error on.
package final class Interruption: Sendable {
  /// Who is asked on this thread, or in this task.
  @TaskLocal package static var handler: Interruption?

  private let poll: @Sendable () throws -> Void

  package init(_ poll: @escaping @Sendable () throws -> Void) {
    self.poll = poll
  }

  /// Throws if the work has to stop.
  package static func check() throws {
    try handler?.poll()
  }

  /// Checks once every so much work. `work` is the caller's account, 0 at first; `amount` is what it is about to do,
  /// where a million are some milliseconds.
  package static func check(afterWork work: inout Int, of amount: Int) throws {
    work &+= amount
    guard work > 1_000_000 else { return }
    work = 0
    try check()
>>>>>>> b4b2f56 (Compute large convolutions as matrix products; test tensors, operators and checks)
  }
}
