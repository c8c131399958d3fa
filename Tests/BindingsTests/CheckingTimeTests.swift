import Bindings
import Foundation
import Interpreter
import Testing

/// How long a learner waits between Enter and the first result, apart from what their program computes.
@Suite(.serialized) struct CheckingTimeTests {
  private let session = Session(library: engineLibrary())

  /// The best of several times: what else the machine does makes it longer, never shorter.
  private func best(of count: Int, _ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    return (0..<count).map { _ in clock.measure(body) / .milliseconds(1) }.min() ?? 0
  }

  @Test func aLongCellIsTypedQuickly() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cells/long.swift")
    let cell = try String(contentsOf: file, encoding: .utf8)
    let outcome = session.run(SourceText(cell, name: "cell"))
    #expect(outcome.diagnostics.map(\.message) == [])
    let milliseconds = best(of: 300) { _ = session.type(of: cell + "\n1") }
    #expect(milliseconds < 20)
    print("a cell of 200 lines is parsed and typed in \(milliseconds) ms")
  }

  @Test func aTrivialCellRunsAtOnce() {
    let milliseconds = best(of: 50) { _ = session.run(SourceText("1 + 1", name: "cell")) }
    #expect(milliseconds < 2)
    print("a trivial cell runs in \(milliseconds) ms")
  }
}
