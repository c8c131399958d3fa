import Tensors

/// What a layer knows, by name.
extension Layer {
  /// All weights, with PyTorch's names in PyTorch's order (`named_parameters`).
  package var namedParameters: [NamedParameter] { named { $0.parameters } }

  /// All collected statistics, with PyTorch's names (`named_buffers`, but for `num_batches_tracked`).
  package var namedBuffers: [NamedParameter] { named { $0.buffers } }

  /// Weights and statistics in the order of PyTorch's `state_dict`.
  package var state: [NamedParameter] { named { $0.parameters + $0.buffers } }

  /// How many numbers there are to learn.
  package var parameterCount: Int { namedParameters.reduce(0) { $0 + $1.parameter.count } }

  private func named(_ own: (any Layer) -> [NamedParameter]) -> [NamedParameter] {
    own(self) + children.flatMap { name, layer in layer.named(own).map { ("\(name).\($0)", $1) } }
  }

  /// Takes over weights and statistics, for instance of a PyTorch network. Each one has to be there, in its shape;
  /// PyTorch's counters of batches are passed over.
  package func load(_ tensors: [String: Tensor]) throws {
    let state = state
    let unknown = Set(tensors.keys).subtracting(state.map(\.name)).filter { !$0.hasSuffix("num_batches_tracked") }
    if let name = unknown.min() { throw TensorError("the network has no parameter '\(name)'") }
    // All of them are looked at first: a network is loaded, or stays as it was.
    let values = try state.map { name, parameter in
      guard let value = tensors[name] else { throw TensorError("the values of '\(name)' are missing") }
      guard value.shape == parameter.shape else {
        throw TensorError("'\(name)' has shape \(parameter.shape), and its values have shape \(value.shape)")
      }
      return value
    }
    for ((_, parameter), value) in zip(state, values) { try parameter.replace(with: value) }
  }

  /// Takes over weights and statistics that come in the order of `state`.
  package func load(inOrder tensors: [Tensor]) throws {
    let names = state.map(\.name)
    guard names.count == tensors.count else {
      throw TensorError(
        "the network has \(counted(names.count, "tensor")) of parameters and statistics, and \(tensors.count) were given"
      )
    }
    try load(Dictionary(uniqueKeysWithValues: zip(names, tensors)))
  }

  /// A table of all weights, as the lecture's training program prints it.
  package var summary: String {
    let rows = namedParameters.map { ($0.name, "\($0.parameter.shape)", "\($0.parameter.count)") }
    let widths = rows.reduce((0, 0)) { (max($0.0, $1.0.count), max($0.1, $1.1.count)) }
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: width + 2 - text.count)
    }
    let lines = rows.map { padded($0, widths.0) + padded($1, widths.1) + $2 }
    let total = "\(counted(rows.count, "tensor")), \(counted(parameterCount, "parameter"))"
    return (lines + [total]).joined(separator: "\n")
  }
}
