import Tensors

/// Something that another language prepares, runs and reads.
protocol Computation: AnyObject {
  /// Takes the next tensor in this role.
  func add(_ tensor: Tensor, as role: Role) throws
  func run(_ action: Action, times: Int) throws
  var result: Tensor? { get }
  /// After `backward`: one for each variable or parameter.
  var gradients: [Tensor] { get }
}

/// One operator on tensors that are set once.
final class OperatorComputation: Computation {
  private let operation: Operation
  private var inputs: [Tensor] = []
  private var upstream: Tensor?
  private var recording: Tensor?
  private(set) var result: Tensor?
  private(set) var gradients: [Tensor] = []

  init(_ operation: @escaping Operation) {
    self.operation = operation
  }

  func add(_ tensor: Tensor, as role: Role) throws {
    switch role {
    case .constant: inputs.append(tensor)
    case .variable: inputs.append(try tensor.requiringGradient())
    case .upstream: upstream = tensor
    case .state: throw TensorError("an operator has no state")
    }
  }

  func run(_ action: Action, times: Int) throws {
    let function = operation(inputs)
    switch action {
    case .forward: result = try unrecorded { try repeated(times, function) }
    case .record:
      recording = try repeated(times, function)
      result = recording?.detached()
    case .backward:
      guard let recording else { throw TensorError("backward comes after record") }
      let variables = inputs.filter(\.isRecorded)
      gradients = try repeated(times) { try Tensors.gradients(of: recording, at: variables, upstream: upstream) } ?? []
    case .step: throw TensorError("an operator does not learn")
    }
  }
}

/// Calls `body` so many times, and gives its last result. Each one is gone before the next call.
func repeated<Result>(_ times: Int, _ body: () throws -> Result) rethrows -> Result? {
  for _ in 1..<max(times, 1) { _ = try body() }
  return times > 0 ? try body() : nil
}

/// What a tensor is for a computation. `comparison/convbook.py` knows the raw values.
enum Role: Int {
  case constant
  /// An input whose gradient is wanted.
  case variable
  /// The gradient of the result.
  case upstream
  /// The next weight or statistic of a network.
  case state
}

/// What to run. `comparison/convbook.py` knows the raw values.
enum Action: Int {
  /// Without recording; networks evaluate.
  case forward
  /// The first half of a gradient; networks train, and the result is their loss.
  case record
  /// The second half.
  case backward
  /// A step of training.
  case step
}
