import Checking
import Tensors

extension OperatorCase {
  /// Compares the recorded gradients with central differences of the operator itself.
  package func checkedGradients(_ row: OperatorRow) throws -> GradientReport? {
    try checked { inputs in try total(row.call(Arguments(tensors: inputs, parameters: parameters))) }
  }

  /// Compares the gradients of the gradients with central differences of the gradients.
  package func checkedSecondDerivatives(_ row: OperatorRow) throws -> GradientReport? {
    try checked { inputs in
      try recorded {
        let inputs = try Dictionary(
          uniqueKeysWithValues: inputs.map { name, tensor in
            (name, tensor.isRecorded || gradients[name] == nil ? tensor : try tensor.requiringGradient())
          })
        let results = try row.call(Arguments(tensors: inputs, parameters: parameters))
        let found = try gradients(of: results, at: inputs, createGraph: true)
        // Weights that differ: with ones, mistakes that cancel in the sum would pass.
        return try found.sorted { $0.key < $1.key }.enumerated().reduce(total([])) { sum, entry in
          try sum.adding(
            entry.element.value.multiplied(by: Tensor.normal(entry.element.value.shape, seed: entry.offset + 5)).sum())
        }
      }
    }
  }

  /// `Σ upstream · result`, a number.
  private func total(_ results: [Tensor]) throws -> Tensor {
    var sum = try Tensor(0.0)
    for (position, upstream) in upstream.sorted(by: { $0.key < $1.key }) where results.indices.contains(position) {
      sum = try sum.adding(results[position].multiplied(by: upstream.tensor()).sum())
    }
    return sum
  }

  /// nil where there is nothing to check: no differentiable input has an element.
  private func checked(_ f: ([String: Tensor]) throws -> Tensor) throws -> GradientReport? {
    let names = gradients.keys.sorted().filter { inputs[$0].map { !$0.elements.isEmpty } ?? false }
    let tensors = try tensors(.float64)
    let isConnected = try f(tensors).isRecorded
    guard !names.isEmpty, isConnected else { return nil }
    return try gradcheck(
      { moved in
        var arguments = tensors
        for (name, tensor) in zip(names, moved) { arguments[name] = tensor }
        return try f(arguments)
      }, inputs: names.compactMap { tensors[$0]?.detached() })
  }
}
