/// Something that has no value at first and gets one on the way.
enum Slot: Hashable {
  /// A variable or constant declared without a value.
  case variable(ObjectIdentifier)
  /// A stored property of `self` in an initialiser.
  case property(Int)
  /// `self` of an enum's initialiser, or the part of `self` that `super.init` makes.
  case whole
}

/// What is known at one place of a program: whether it can be reached, and which slots have a value there.
///
/// A slot can be in both sets: on one way it has a value, on another it has none.
struct FlowState {
  var isReachable = true
  var mayBeUnset: Set<Slot> = []
  var mayBeSet: Set<Slot> = []

  /// The state where two ways meet.
  mutating func merge(_ other: FlowState) {
    guard other.isReachable else { return }
    guard isReachable else {
      self = other
      return
    }
    mayBeUnset.formUnion(other.mayBeUnset)
    mayBeSet.formUnion(other.mayBeSet)
  }

  func merged(with other: FlowState) -> FlowState {
    var result = self
    result.merge(other)
    return result
  }

  static let unreachable: FlowState = {
    var result = FlowState()
    result.isReachable = false
    return result
  }()
}
