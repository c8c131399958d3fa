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

  init(of tensor: Tensor, inputs: [InputGradient] = [], keepsGradient: Bool = false) {
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
    Graveyard.bury(inputs)
    inputs = []
  }

  deinit {
    if !inputs.isEmpty { Graveyard.bury(inputs) }
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

  static func bury(_ inputs: [InputGradient]) {
    let isFirst = state.withLock { box in
      box.value.waiting.append(inputs)
      defer { box.value.isOpen = true }
      return !box.value.isOpen
    }
    guard isFirst else { return }
    // Each round frees what has been waiting, outside of the lock: what dies of it comes back to `bury`.
    while true {
      let dying = state.withLock { box in
        let dying = box.value.waiting
        box.value.waiting = []
        if dying.isEmpty { box.value.isOpen = false }
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
