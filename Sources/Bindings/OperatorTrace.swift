import Interpreter
import Operators
import Tensors

/// The operators that a cell called, in their order, with what each of them took and how far its results see.
package struct OperatorTrace {
  /// What one element of a result sees of the input.
  package enum Field: Equatable {
    /// There are no axes that a window slides along.
    case none
    case window([ReceptiveField])
    case everything
  }

  package struct Row {
    package let function: String
    package let output: [Int]
    package let cost: OperatorCost
    package let field: Field
  }

  package private(set) var rows: [Row] = []
  /// What was seen by the tensors so far, by their storage. The tensors are kept, so that no storage gets another's place.
  private var fields: [ObjectIdentifier: Field] = [:]
  private var kept: [Tensor] = []
  /// Parameters that were counted already: shared ones count once.
  private var counted: Set<ObjectIdentifier> = []

  package init() {}

  package var total: OperatorCost { rows.reduce(OperatorCost()) { $0 + $1.cost } }

  /// Takes a call up if it is that of an operator: one with a row in the table of costs, and a tensor for a result.
  package mutating func note(_ call: NativeCall) {
    guard call.name != "requiringGradient", let output = call.result.tensor else { return }
    let tensors = zip(call.parameters, call.arguments).compactMap { name, value in
      value.tensorOrWrapped.map { (name, $0) }
    }
    let named = tensors.filter { Self.isParameterName($0.0) }.map(\.1)
    let inputs = tensors.filter { !Self.isParameterName($0.0) }.map(\.1)
    let operatorCall = OperatorCall(
      call.name, inputs: inputs.map(\.shape), parameters: named.map(\.shape), output: output.shape,
      window: window(of: call, input: inputs.first?.shape, kernel: named.first?.shape, output: output.shape),
      bytesPerElement: output.dtype == .float32 ? 4 : 8)
    guard var cost = operatorCall.cost else { return }
    let parameters = named + learned(inputs)
    cost.parameters = parameters.reduce(0) { sum, parameter in
      counted.insert(ObjectIdentifier(parameter.storage)).inserted ? sum + parameter.count : sum
    }
    let field = field(after: operatorCall, inputs)
    rows.append(Row(function: call.name, output: output.shape, cost: cost, field: field))
    fields[ObjectIdentifier(output.storage)] = field
    kept += [output] + parameters
  }

  /// `kernel`, `hiddenWeights`, `outputBias`, `gamma`, ...
  private static func isParameterName(_ name: String) -> Bool {
    let word = name.lowercased()
    return ["kernel", "weights", "bias"].contains { word.hasSuffix($0) } || ["gamma", "beta", "slope"].contains(word)
  }

  /// Operands that require a gradient and stand beside what was computed before: the matrix in `matmul(x, w)`.
  private func learned(_ inputs: [Tensor]) -> [Tensor] {
    inputs.enumerated().filter { position, tensor in
      guard tensor.node?.function == "variable" else { return false }
      let others = inputs.enumerated().filter { $0.offset != position }.map(\.element)
      return position > 0 || others.contains { fields[ObjectIdentifier($0.storage)] != nil }
    }.map(\.element)
  }

  /// Several inputs: the one that sees most.
  private func field(after call: OperatorCall, _ inputs: [Tensor]) -> Field {
    let before = inputs.map { fields[ObjectIdentifier($0.storage)] ?? .start(of: $0.shape) }
    guard let widest = before.max(by: { $0.size < $1.size }) else { return .none }
    switch widest {
    case .none, .everything: return widest
    case .window(let axes): return call.receptiveField(after: axes).map(Field.window) ?? .everything
    }
  }

  /// The window along each axis, from the arguments as the learner gave them.
  private func window(of call: NativeCall, input: [Int]?, kernel: [Int]?, output: [Int]) -> [WindowAxis] {
    guard let input, input.count > 2, output.count == input.count else { return [] }
    return (2..<input.count).map { axis in
      func number(_ names: String..., otherwise: Int) -> Int {
        names.lazy.compactMap { call[$0]?.number(at: axis - 2) }.first ?? otherwise
      }
      let size = number("size", "factor", "scale", otherwise: kernel.map { axis < $0.count ? $0[axis] : 1 } ?? 1)
      let stride = number("stride", "strides", otherwise: kernel == nil ? size : 1)
      let dilation = number("dilation", "dilations", otherwise: 1)
      let covered = WindowAxis.covered(kernelSize: size, dilation: dilation)
      let zeros = max(0, (output[axis] - 1) * stride + covered - input[axis])
      let before = call["padding"]?.number(at: axis - 2) ?? zeros / 2
      return WindowAxis(
        inputSize: input[axis], kernelSize: size, outputSize: output[axis], stride: stride, dilation: dilation,
        before: before)
    }
  }
}

extension OperatorTrace.Field {
  fileprivate static func start(of shape: [Int]) -> Self {
    shape.count > 2 ? .window(shape.dropFirst(2).map { _ in ReceptiveField() }) : .none
  }

  fileprivate var size: Double {
    switch self {
    case .none: 0
    case .window(let axes): axes.reduce(1) { $0 * $1.size }
    case .everything: .infinity
    }
  }
}

extension Value {
  fileprivate var tensorOrWrapped: Tensor? {
    if case .some(let wrapped) = self { return wrapped.tensorOrWrapped }
    return tensor
  }

  /// The number itself, or the one of an axis; of one number in an array, that one for all axes.
  fileprivate func number(at axis: Int) -> Int? {
    switch self {
    case .int(let number): number
    case .ints(let numbers): numbers.count == 1 ? numbers[0] : axis < numbers.count ? numbers[axis] : nil
    case .some(let wrapped): wrapped.number(at: axis)
    default: nil
    }
  }
}
