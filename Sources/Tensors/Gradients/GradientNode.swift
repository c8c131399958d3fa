import Synchronization

/// One step of a recorded computation: where a tensor came from, and how a gradient goes back from there.
///
/// Copies of a tensor share the node. So `x.gradient` is the gradient of *that computation's* `x`, also when it is read
/// from a copy.
package final class GradientNode {
  /// Nodes are numbered as they are made. A result has a higher number than everything it was computed from.
  let order: Int
  let shape: [Int]
  let kind: ElementKind
  /// The gradient is kept here, and not only passed on: the learner asked for it with `requiringGradient()`.
  let keepsGradient: Bool
  private(set) var inputs: [InputGradient]
  /// A `backward()` went through this node, and its recording is gone.
  private(set) var isSpent = false
  var gradient: Tensor?

  private static let counter = Atomic<Int>(0)

  init(of tensor: Tensor, inputs: [InputGradient] = [], keepsGradient: Bool = false) throws {
    try TensorMemory.reserve(TensorMemory.nodeOverhead)
    order = Self.counter.add(1, ordering: .relaxed).newValue
    shape = tensor.shape
    kind = tensor.kind
    self.inputs = inputs
    self.keepsGradient = keepsGradient
  }

  /// Lets go of the recording, and of the tensors that it kept alive.
  func spend() {
    guard !inputs.isEmpty else { return }
    isSpent = true
    Graveyard.bury(&inputs)
  }

  deinit {
    TensorMemory.release(TensorMemory.nodeOverhead)
    if !inputs.isEmpty { Graveyard.bury(&inputs) }
  }
}

/// How a gradient `dy` of a result becomes the gradient of one of its inputs.
package struct InputGradient {
  let node: GradientNode?
  let compute: (_ dy: Tensor) throws -> Tensor

  /// The part of a recording that belongs to `input`. It is only ever computed if somebody needs that gradient.
  package static func gradient(
    to input: Tensor, _ compute: @escaping (_ dy: Tensor) throws -> Tensor
  ) -> InputGradient {
    InputGradient(node: input.node, compute: compute)
  }
}

/// Frees recordings one after the other.
///
/// The last reference to the newest node of a chain would free the node before it, and that one the next, each a level
/// deeper on the stack: a chain of 100,000 nodes would overflow it. Here the first one to free opens a list, and the
/// others only add to that list.
private enum Graveyard {
  private struct State {
    var waiting: [[InputGradient]] = []
    var isOpen = false
  }

  private static let state = Mutex(UncheckedBox(State()))

  /// Takes the list away from its owner, who would otherwise be the last to let go of it.
  static func bury(_ inputs: inout [InputGradient]) {
    if append(&inputs) { drain() }
  }

  /// True for the one who has to drain the list.
  private static func append(_ inputs: inout [InputGradient]) -> Bool {
    let taken = UncheckedBox(inputs)
    inputs = []
    return state.withLock { box in
      box.value.waiting.append(taken.value)
      defer { box.value.isOpen = true }
      return !box.value.isOpen
    }
  }

  /// Each round frees what has been waiting, outside of the lock: what dies of it is appended for the next round.
  private static func drain() {
    while true {
      let dying = state.withLock { box in
        let dying = box.value.waiting
        box.value.waiting = []
        box.value.isOpen = !dying.isEmpty
        return UncheckedBox(dying)
      }
      if dying.value.isEmpty { return }
    }
  }
}

/// Carries a value that is only ever touched under a lock, or by one thread at a time.
private struct UncheckedBox<Value>: @unchecked Sendable {
  var value: Value
  init(_ value: Value) { self.value = value }
}
