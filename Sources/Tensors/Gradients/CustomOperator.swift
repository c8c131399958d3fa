/// Operators that learners write: a forward pass, and beside it the rule for its gradients.

/// Applies an operator of your own: `forward` computes its result, and `backward` the gradients that flow back through
/// it.
///
/// ```
/// y = forward([x₁, x₂, …])        [dx₁, dx₂, …] = backward(dy, [x₁, x₂, …])
/// ```
///
/// ```swift
/// let x = Tensor([3, 5]).requiringGradient()
/// let cube = customOperator(
///   [x], forward: { $0[0] * $0[0] * $0[0] }, backward: { dy, inputs in [dy * 3 * inputs[0] * inputs[0]] })
/// cube.sum().backward()
/// x.gradient!.elements  // [27.0, 75.0]
/// ```
///
/// Whether the two fit together, `gradcheck` finds out.
///
/// - Parameters:
///   - inputs: The tensors that the operator depends on.
///   - name: What the operator is called, in messages and in `computationGraph`.
///   - forward: Computes the result from the inputs. Nothing of this is recorded.
///   - backward: Computes the inputs' gradients from `dy`, the gradient of the result, and the inputs: one for each
///     input, of its shape. Operators in here are recorded where a second derivative is asked for; loops over elements
///     have none.
/// - Returns: What `forward` gives. Gradients flow back from it through `backward`, also in a later cell.
/// - Source: PyTorch's `autograd.Function`.
package func customOperator(
  _ inputs: [Tensor], name: String = "customOperator", forward: (_ inputs: [Tensor]) throws -> Tensor,
  backward: @escaping (_ dy: Tensor, _ inputs: [Tensor]) throws -> [Tensor]
) throws -> Tensor {
  guard !inputs.isEmpty else { throw TensorError("\(name) needs at least one input") }
  let y = try unrecorded { try forward(inputs.map { $0.detached() }) }.detached()
  if !inputs.contains(where: \.isRecording) { return y }
  let rule = CustomRule(name: name, inputs: inputs, backward: backward)
  return try record(
    name, y, holdsOthers: true,
    inputs.indices.map { position in .gradient(to: inputs[position]) { dy in try rule.gradient(position, dy) } }
  )
}

/// The backward pass of an operator that a learner wrote. It gives the gradients of all inputs together, and is asked
/// for one after the other.
private final class CustomRule {
  private let name: String
  private let inputs: [Tensor]
  private let backward: (Tensor, [Tensor]) throws -> [Tensor]
  /// The gradients that were not asked for yet, and what they were computed from.
  private var waiting: (dy: Tensor, gradients: [Int: Tensor])?

  init(name: String, inputs: [Tensor], backward: @escaping (Tensor, [Tensor]) throws -> [Tensor]) {
    self.name = name
    self.inputs = inputs
    self.backward = backward
  }

  func gradient(_ position: Int, _ dy: Tensor) throws -> Tensor {
    if let waiting, waiting.dy.storage === dy.storage, waiting.dy.node === dy.node,
      let gradient = waiting.gradients[position]
    {
      self.waiting?.gradients[position] = nil
      if self.waiting?.gradients.isEmpty == true { self.waiting = nil }
      return gradient
    }
    let gradients = try gradients(from: dy)
    var others = Dictionary(
      uniqueKeysWithValues: inputs.indices.filter { inputs[$0].isRecorded }.map { ($0, gradients[$0]) })
    others[position] = nil
    waiting = others.isEmpty ? nil : (dy, others)
    return gradients[position]
  }

  private func gradients(from dy: Tensor) throws -> [Tensor] {
    guard Recording.isOn else { return try checked(backward(dy, inputs)) }
    // A constant `dy` is recorded as well, so that a gradient that was put together without operators can be told apart.
    let upstream = try dy.isRecorded ? dy : dy.requiringGradient()
    return try checked(backward(upstream, inputs)).map { dx in
      dx.isRecorded ? dx : try firstOrderOnly(name, dx, of: [upstream] + inputs)
    }
  }

  private func checked(_ gradients: [Tensor]) throws -> [Tensor] {
    guard gradients.count == inputs.count else {
      throw TensorError(
        "the backward of \(name) gives \(counted(gradients.count, "gradient")) for "
          + "\(counted(inputs.count, "input")): it gives one for each, in their order")
    }
    for (position, (dx, input)) in zip(gradients, inputs).enumerated() where dx.shape != input.shape {
      throw TensorError(
        "the backward of \(name) gives a gradient of shape \(dx.shape) for input \(position) of shape \(input.shape): "
          + "a gradient has the shape of its input")
    }
    return gradients
  }
}
