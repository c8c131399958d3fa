import Synchronization

/// One step of a recorded computation: where a tensor came from, and how a gradient goes back from there.
///
/// Copies of a tensor share the node. So `x.gradient` is the gradient of *that computation's* `x`, also when it is read
/// from a copy.
package final class GradientNode {
  /// Nodes are numbered as they are made. A result has a higher number than everything it was computed from.
  let order: Int
  /// So many steps at most lie one behind the other, up to this one.
  let length: Int
  let shape: [Int]
  let kind: ElementKind
  /// The gradient is kept here, and not only passed on: the learner asked for it with `requiringGradient()`.
  let keepsGradient: Bool
  /// The operator that made the tensor, as a learner types it; `variable` for a tensor that was there before.
  package let function: String
  /// The numbers of the tensor; nil where they are written to in place.
  let value: Storage?
  /// What `backward()` changes.
  struct State {
    var inputs: InputGradients
    /// A `backward()` went through this node, and its recording is gone.
    var isSpent = false
    var gradient: Tensor?
  }
  var state: State

  private static let counter = Atomic<Int>(0)
  /// The highest number so far.
  static var latestOrder: Int { counter.load(ordering: .relaxed) }

  init(
    _ function: String, of tensor: borrowing Tensor, inputs: consuming InputGradients = InputGradients(),
    keepsGradient: Bool = false, keepsValue: Bool = true
  ) throws {
    try TensorMemory.requireSmall(TensorMemory.nodeOverhead)
    order = Self.counter.wrappingAdd(1, ordering: .relaxed).newValue
    self.function = function
    value = keepsValue ? tensor.storage : nil
    shape = tensor.shape
    kind = tensor.storage.kind
    self.keepsGradient = keepsGradient
    length = Swift.min(inputs.length + 1, .max / 2)
    state = State(inputs: inputs)
    TensorMemory.countSmall(TensorMemory.nodeOverhead, of: self)
  }

  var inputs: InputGradients { state.inputs }
  var isSpent: Bool { state.isSpent }

  var gradient: Tensor? {
    get { state.gradient }
    set {
      RecordingUndo.willChange(self)
      state.gradient = newValue
    }
  }

  /// Lets go of the recording, and of the tensors that it kept alive.
  func spend() {
    if inputs.isEmpty { return }
    RecordingUndo.willChange(self)
    state.isSpent = true
    Graveyard.bury(&state.inputs)
  }

  deinit {
    TensorMemory.releaseSmall(TensorMemory.nodeOverhead, of: self)
    // A short recording may be freed as deep as it is.
    if length > Graveyard.maximumDepth { Graveyard.bury(&state.inputs) }
  }
}

/// How a gradient `dy` of a result becomes the gradient of one of its inputs.
package struct InputGradient {
  package typealias FromUpstream = (_ dy: Tensor) throws -> Tensor
  package typealias FromResult = (_ dy: Tensor, _ y: Tensor) throws -> Tensor

  private enum Rule {
    case passingOn
    case broadcast(FromUpstream)
    case upstream(FromUpstream)
    case result(FromResult)
  }

  let node: GradientNode?
  private let rule: Rule

  /// The gradient of the result goes on to `input` as it is, summed where the input was broadcast.
  package static func passedOn(to input: Tensor) -> InputGradient {
    InputGradient(node: input.node, rule: .passingOn)
  }

  /// The gradient of `input` as it met the other operand; it is summed where the input was broadcast for that.
  static func gradient(toBroadcast input: Tensor, _ compute: @escaping FromUpstream) -> InputGradient {
    InputGradient(node: input.node, rule: .broadcast(compute))
  }

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
    case .passingOn: return try dy.summed(to: node?.shape ?? dy.shape)
    case .broadcast(let compute): return try compute(dy).summed(to: node?.shape ?? dy.shape)
    case .upstream(let compute): return try compute(dy)
    case .result(let compute):
      guard let value = result.value else {
        throw TensorError("the gradient of \(result.function) needs a result that was not kept")
      }
      return try compute(dy, Tensor(storage: value, shape: result.shape, node: result))
    }
  }
}

/// Frees recordings without piling them up on the stack.
///
/// The last reference to the newest node of a chain would free the node before it, and that one the next, each a level
/// deeper on the stack: a chain of 100,000 nodes would overflow it. From a certain depth on, what is to be freed is put
/// on a list, and whoever began the freeing works through that list at its end.
private enum Graveyard {
  private static let depth = Atomic<Int>(0)
  private static let isWaiting = Atomic<Bool>(false)
  private static let waiting = Mutex(UncheckedBox<[InputGradients]>([]))
  /// Far from what a stack of half a megabyte can take. No recording that is shorter comes here.
  static let maximumDepth = 50

  /// Takes the list away from its owner, and lets go of it.
  static func bury(_ inputs: inout InputGradients) {
    if inputs.isEmpty { return }
    if depth.add(1, ordering: .sequentiallyConsistent).newValue > maximumDepth {
      let taken = UncheckedBox(inputs)
      waiting.withLock { $0.value.append(taken.value) }
      isWaiting.store(true, ordering: .sequentiallyConsistent)
    }
    inputs = InputGradients()
    let isLast = depth.subtract(1, ordering: .sequentiallyConsistent).newValue == 0
    if isLast && isWaiting.load(ordering: .sequentiallyConsistent) { drain() }
  }

  /// Each round frees what has been waiting, outside of the lock: what dies of it is put on the list for the next round.
  private static func drain() {
    while isWaiting.exchange(false, ordering: .sequentiallyConsistent) {
      depth.add(1, ordering: .sequentiallyConsistent)
      let dying = waiting.withLock { box in
        defer { box.value = [] }
        return UncheckedBox(box.value)
      }
      // Until the lock is open again.
      withExtendedLifetime(dying) {}
      depth.subtract(1, ordering: .sequentiallyConsistent)
    }
  }
}

/// Carries a value that is only ever touched under a lock, or by one thread at a time.
private struct UncheckedBox<Value>: @unchecked Sendable {
  var value: Value
  init(_ value: Value) { self.value = value }
}
