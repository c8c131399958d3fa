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
  /// The operator that made the tensor, as a learner types it; `variable` for a tensor that was there before.
  package let function: String
  /// The numbers of the tensor; nil where they are written to in place.
  let value: Storage?
  private(set) var inputs: [InputGradient]
  /// A `backward()` went through this node, and its recording is gone.
  private(set) var isSpent = false
  var gradient: Tensor?

  private static let counter = Atomic<Int>(0)

  init(
    _ function: String, of tensor: Tensor, inputs: [InputGradient] = [], keepsGradient: Bool = false,
    keepsValue: Bool = true
  ) throws {
    try TensorMemory.reserve(TensorMemory.nodeOverhead)
    order = Self.counter.add(1, ordering: .relaxed).newValue
    self.function = function
    value = keepsValue ? tensor.storage : nil
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
  package typealias FromUpstream = (_ dy: Tensor) throws -> Tensor
  package typealias FromResult = (_ dy: Tensor, _ y: Tensor) throws -> Tensor

  private enum Rule {
    case upstream(FromUpstream)
    case result(FromResult)
  }

  let node: GradientNode?
  private let rule: Rule

  /// The part of a recording that belongs to `input`. It is only ever computed if somebody needs that gradient.
  package static func gradient(to input: Tensor, _ compute: @escaping FromUpstream) -> InputGradient {
    InputGradient(node: input.node, rule: .upstream(compute))
  }

  /// The same for rules that need the result `y`. A closure that held `y` itself would hold its own recording, and
  /// neither would ever be freed.
  package static func gradient(to input: Tensor, _ compute: @escaping FromResult) -> InputGradient {
    InputGradient(node: input.node, rule: .result(compute))
  }

  /// The input's gradient; `result` is the node that this is a part of.
  func gradient(from dy: Tensor, at result: GradientNode) throws -> Tensor {
    switch rule {
    case .upstream(let compute): return try compute(dy)
    case .result(let compute):
      guard let value = result.value else {
        throw TensorError("the gradient of \(result.function) needs a result that was not kept")
      }
      return try compute(dy, Tensor(storage: value, shape: result.shape, node: result))
    }
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
