import Foundation
import Interpreter

/// What a test sees of a message: the sentence, the text it points at, and its notes.
struct Complaint: Equatable, CustomStringConvertible {
  var message: String
  var place: String
  var notes: [String] = []

  init(_ message: String, at place: String, notes: [String] = []) {
    self.message = message
    self.place = place
    self.notes = notes
  }

  init(_ diagnostic: Diagnostic) {
    self.init(diagnostic.message, at: diagnostic.range.map { String($0.text) } ?? "", notes: diagnostic.notes)
  }

  var description: String { "\(message) [\(place)] \(notes)" }
}

func complaints(about text: String) -> [Complaint] {
  syntaxDiagnostics(of: SourceText(text, name: "cell")).map(Complaint.init)
}

func tree(_ text: String) -> String { treeDescription(of: SourceText(text, name: "cell")) }

/// Every range in a tree, with the name of the type that holds it.
func ranges(in tree: Any) -> [(owner: String, range: SourceRange)] {
  var result: [(owner: String, range: SourceRange)] = []
  var pending = [tree]
  while let value = pending.popLast() {
    let mirror = Mirror(reflecting: value)
    for child in mirror.children {
      if let range = child.value as? SourceRange {
        result.append(("\(type(of: value))", range))
      } else if !(child.value is String) {
        pending.append(child.value)
      }
    }
  }
  return result
}

/// The texts of all nodes of one type, in the order of their places.
func texts(of owner: String, in text: String) -> [String] {
  ranges(in: reflectedTree(of: SourceText(text, name: "cell"))).filter { $0.owner == owner }.map(\.range)
    .sorted { ($0.start, -$0.end) < ($1.start, -$1.end) }.map { String($0.text) }
}

/// Runs `body` where deep recursion is safe, as the session does.
func onLargeStack<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result {
  nonisolated(unsafe) var result: Result?
  let done = DispatchSemaphore(value: 0)
  let thread = Thread {
    result = body()
    done.signal()
  }
  thread.stackSize = 512 << 20
  thread.start()
  done.wait()
  guard let result else { preconditionFailure("the thread did not run") }
  return result
}
