/// How many registers a value takes: 64-bit words, and references to blocks of the heap.
///
/// Tuples, structs, enums with payloads and optionals are flat: their parts lie in neighbouring registers, so that
/// a field is a register and changing one needs no copy.
struct Layout: Hashable {
  var words = 0
  var references = 0

  static let none = Layout()
  static let word = Layout(words: 1)
  static let reference = Layout(references: 1)

  static func + (left: Layout, right: Layout) -> Layout {
    Layout(words: left.words + right.words, references: left.references + right.references)
  }

  /// The place of two that may lie in the same registers, at different times.
  func union(_ other: Layout) -> Layout {
    Layout(words: max(words, other.words), references: max(references, other.references))
  }
}

/// The first registers of a value, or an offset of a part inside a whole.
struct Slots: Hashable {
  var word = 0
  var reference = 0

  static func + (left: Slots, right: Slots) -> Slots {
    Slots(word: left.word + right.word, reference: left.reference + right.reference)
  }
  static func + (left: Slots, right: Layout) -> Slots {
    Slots(word: left.word + right.words, reference: left.reference + right.references)
  }
}

/// Where the value of an expression lies.
struct Operand {
  var slots: Slots
  var layout: Layout
  /// Registers of its own, that may be taken over; false for the registers of variables.
  var isTemporary: Bool

  var word: Int { slots.word }
  var reference: Int { slots.reference }
}
