/// What the machine's loop needs of a function; lives as long as its `Program`.
struct Code {
  var instructions: UnsafeMutablePointer<Instruction>
  /// The size of its window.
  var words: Int
  var references: Int
  /// References that survive its return: the result and the inout parameters.
  var keptReferences: Int
  /// Where a closure's captured values go.
  var captures: Slots
  var index: Int
}

/// The rest of what is known of a function.
final class CodeInfo {
  /// Errors thrown by instructions in `range` go to `target`, with the error in `register`.
  struct Handler {
    var range: Range<Int>
    var target: Int
    var register: Int
  }
  let name: String
  var ranges: [SourceRange] = []
  /// For each instruction an index into `ranges`; -1 for none.
  var rangeIndices: [Int32] = []
  /// Inner ones first.
  var handlers: [Handler] = []
  var count = 0

  init(name: String) { self.name = name }

  func range(at instruction: Int) -> SourceRange? {
    guard rangeIndices.indices.contains(instruction), rangeIndices[instruction] >= 0 else { return nil }
    return ranges[Int(rangeIndices[instruction])]
  }
}

/// What a window of a function looks like: first the result, then the inout parameters, then the others, then what
/// it captures.
struct CallShape {
  var result: Layout
  /// In order of the parameters.
  var parameters: [Slots]
  var captures: Slots
  var keptReferences: Int
  var total: Layout

  init(result: Layout, parameters: [(layout: Layout, isInOut: Bool)]) {
    self.result = result
    var next = Slots() + result
    var places = [Slots](repeating: Slots(), count: parameters.count)
    for (index, parameter) in parameters.enumerated() where parameter.isInOut {
      places[index] = next
      next = next + parameter.layout
    }
    keptReferences = next.reference
    for (index, parameter) in parameters.enumerated() where !parameter.isInOut {
      places[index] = next
      next = next + parameter.layout
    }
    self.parameters = places
    captures = next
    total = Layout(words: next.word, references: next.reference)
  }
}
