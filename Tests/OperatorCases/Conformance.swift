import Checking
import Tensors

/// How far the engine is from PyTorch: the largest difference of a tensor, relative to its largest number.
package struct Conformance: Sendable, Encodable {
  package var float64 = 0.0
  package var float64Gradients = 0.0
  package var float32 = 0.0
  package var float32Gradients = 0.0
  /// What is further apart than it may be, or failed.
  package var problems: [String] = []

  package static let float64Tolerance = 1e-10

  /// Computes the cases in float64 and float32, forward and backward.
  package init(_ row: OperatorRow, _ cases: [OperatorCase]) {
    for (number, example) in cases.enumerated() {
      for dtype in [DType.float64, .float32] {
        do {
          try add(example, row, dtype, number)
        } catch {
          problems.append("case \(number), \(dtype): \(error)")
        }
      }
    }
  }

  private mutating func add(_ example: OperatorCase, _ row: OperatorRow, _ dtype: DType, _ number: Int) throws {
    let inputs = try example.tensors(dtype)
    let results = try row.call(Arguments(tensors: inputs, parameters: example.parameters))
    guard results.count == example.results.count else {
      problems.append("case \(number): \(results.count) results, and PyTorch has \(example.results.count)")
      return
    }
    let tolerance = dtype == .float64 ? Self.float64Tolerance : row.float32Tolerance
    func compare(_ tensor: Tensor, with expected: Numbers, _ what: String) throws -> Double {
      guard tensor.shape == expected.shape else {
        problems.append("case \(number): \(what) has shape \(tensor.shape), and PyTorch's has \(expected.shape)")
        return .infinity
      }
      let error = relativeError(tensor.elements, expected.elements)
      if !(error <= tolerance) { problems.append("case \(number), \(dtype): \(what) is \(error) apart") }
      return error
    }
    for (position, expected) in example.results.enumerated() {
      let result = results[position]
      if example.upstream[position] != nil && result.dtype != dtype {
        problems.append("case \(number): \(dtype) came out as \(result.dtype)")
      }
      let error = try compare(result, with: expected, "result \(position)")
      if dtype == .float64 { float64 = max(float64, error) } else { float32 = max(float32, error) }
    }
    let gradients = try example.gradients(of: results, at: inputs, dtype)
    for (name, expected) in example.gradients.sorted(by: { $0.key < $1.key }) {
      let gradient = try gradients[name] ?? Tensor.zeros(expected.shape)
      let error = try compare(gradient, with: expected, "the gradient of \(name)")
      if dtype == .float64 {
        float64Gradients = max(float64Gradients, error)
      } else {
        float32Gradients = max(float32Gradients, error)
      }
    }
  }
}

/// The largest difference, relative to the largest expected number; differences of tiny numbers count as they are.
/// Equal infinities and nan beside nan are no difference.
func relativeError(_ answer: [Double], _ expected: [Double]) -> Double {
  let scale = max(expected.reduce(0) { $1.isFinite ? max($0, $1.magnitude) : $0 }, 1e-3)
  return zip(answer, expected).reduce(0) { error, pair in
    if pair.0 == pair.1 || (pair.0.isNaN && pair.1.isNaN) { return error }
    let difference = (pair.0 - pair.1).magnitude / scale
    return difference.isNaN ? .infinity : max(error, difference)
  }
}

extension OperatorCase {
  /// The inputs; those that PyTorch has a gradient for require one.
  func tensors(_ dtype: DType) throws -> [String: Tensor] {
    try Dictionary(
      uniqueKeysWithValues: inputs.map { name, array in
        let tensor = try array.tensor(dtype)
        return (name, gradients[name] == nil ? tensor : try tensor.requiringGradient())
      })
  }

  /// The gradients of `Σ upstream · result` over all differentiable results.
  func gradients(
    of results: [Tensor], at inputs: [String: Tensor], _ dtype: DType = .float64, createGraph: Bool = false
  ) throws -> [String: Tensor] {
    var sum: [String: Tensor] = [:]
    let names = gradients.keys.sorted()
    for (position, upstream) in upstream.sorted(by: { $0.key < $1.key }) where results[position].isRecorded {
      let found = try availableGradients(
        of: results[position], at: names.compactMap { inputs[$0] }, upstream: upstream.tensor(dtype),
        createGraph: createGraph)
      for (name, gradient) in zip(names, found) {
        if let gradient { sum[name] = try sum[name]?.adding(gradient) ?? gradient }
      }
    }
    return sum
  }
}
