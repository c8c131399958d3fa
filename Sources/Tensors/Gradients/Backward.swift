/// Sends gradients back through a recording: from a result to everything it was computed from.
extension Tensor {
  /// Computes the gradient of this number with respect to every tensor that requires one, and adds it to their
  /// `gradient`.
  ///
  /// ```
  /// x.gradient += ∂self/∂x
  /// ```
  ///
  /// ```swift
  /// let x = Tensor([1, 2]).requiringGradient()
  /// (x * Tensor([10, 100])).sum().backward()
  /// x.gradient!.elements  // [10.0, 100.0]
  /// ```
  ///
  /// This tensor has one element; for others see `backward(upstream:)`.
  ///
  /// - Parameter retainGraph: Keeps the recording. Without it a recording serves once, and its memory is free again.
  package func backward(retainGraph: Bool = false) throws {
    guard count == 1 else {
      throw TensorError(
        "backward() on a tensor of shape \(shape): pass an upstream gradient or take the sum first")
    }
    let one = try Tensor.full(shape, value: 1).converted(to: kind)
    try backward(upstream: one, retainGraph: retainGraph)
  }

  /// Computes the gradient of a loss from `upstream`, the loss's gradient with respect to this tensor, and adds it to
  /// the `gradient` of every tensor that requires one.
  ///
  /// ```
  /// x.gradient[j] += Σ i  upstream[i] · ∂self[i]/∂x[j]
  /// ```
  ///
  /// ```swift
  /// let x = Tensor([1, 2]).requiringGradient()
  /// (x * x).backward(upstream: Tensor([1, 100]))
  /// x.gradient!.elements  // [2.0, 400.0]
  /// ```
  ///
  /// - Parameters:
  ///   - upstream: `dy`, of this tensor's shape.
  ///   - retainGraph: Keeps the recording, so that `backward` can run through it again.
  package func backward(upstream: Tensor, retainGraph: Bool = false) throws {
    guard let node else { throw notRecorded("backward()") }
    try requireShape(ofUpstream: upstream)
    try unrecorded {
      let gradients = try collectGradients(from: node, upstream: upstream.detached()) { $0.keepsGradient }
      for (node, gradient) in gradients.kept {
        node.gradient = try node.gradient?.adding(gradient) ?? gradient
      }
      if retainGraph { return }
      for node in gradients.visited { node.spend() }
    }
  }

  func notRecorded(_ function: String) -> TensorError {
    TensorError(
      "\(function) needs a result that was computed from a tensor with requiringGradient(), and this one was not "
        + "(elements that are read as numbers, x[i, j], are not recorded)")
  }

  func requireShape(ofUpstream upstream: Tensor) throws {
    guard upstream.shape == shape else {
      throw TensorError("the upstream gradient has shape \(upstream.shape), but the tensor has shape \(shape)")
    }
  }
}

/// Computes the gradients of a result with respect to some tensors, and leaves their `gradient` alone.
///
/// ```swift
/// let x = Tensor([1, 2]).requiringGradient()
/// let w = Tensor([10, 100]).requiringGradient()
/// gradients(of: (x * w).sum(), at: [x, w])[1].elements  // [1.0, 2.0]
/// ```
///
/// With `createGraph` the gradients are recorded in turn, and have gradients themselves:
///
/// ```swift
/// let x = Tensor([2, 5]).requiringGradient()
/// let slope = gradients(of: (x * x * x).sum(), at: [x], createGraph: true)[0]
/// gradients(of: slope.sum(), at: [x])[0].elements  // [12.0, 30.0]
/// ```
///
/// A result with several elements needs `upstream`: the gradients are those of `Σ upstream · result`.
///
/// ```swift
/// let x = Tensor([1, 2]).requiringGradient()
/// gradients(of: x * x, at: [x], upstream: Tensor([1, 100]))[0].elements  // [2.0, 400.0]
/// ```
///
/// - Parameters:
///   - result: What was computed from the inputs.
///   - inputs: Tensors with `requiringGradient()` that the result was computed from.
///   - upstream: `dy`, of the result's shape; 1 if the result has one element and nothing is given.
///   - createGraph: Records how the gradients are computed, for second derivatives.
/// - Returns: One gradient for each input, of its shape. The recording can be used again.
/// - Source: PyTorch's `autograd.grad`.
package func gradients(
  of result: Tensor, at inputs: [Tensor], upstream: Tensor? = nil, createGraph: Bool = false
) throws -> [Tensor] {
  guard upstream != nil || result.count == 1 else {
    throw TensorError(
      "gradients(of:at:) of a result of shape \(result.shape): pass an upstream gradient or take the sum first")
  }
  let upstream = try upstream ?? Tensor.full(result.shape, value: 1).converted(to: result.kind)
  let found = try availableGradients(of: result, at: inputs, upstream: upstream, createGraph: createGraph)
  return try inputs.enumerated().map { position, input in
    guard input.isRecorded else {
      throw TensorError("input \(position) does not require a gradient: make it with requiringGradient()")
    }
    guard let gradient = found[position] else { throw TensorError("input \(position) has no part in this result") }
    return gradient
  }
}

/// Computes a function's value, and its gradients with respect to all of its inputs.
///
/// ```swift
/// let (y, dx) = valueAndGradients(of: { ($0[0] * $0[1]).sum() }, at: [Tensor([1, 2]), Tensor([10, 100])])
/// y.item()         // 210.0
/// dx[0].elements   // [10.0, 100.0]
/// ```
///
/// - Parameters:
///   - function: A list of tensors in, a tensor with one element out.
///   - inputs: Where to compute it. They need no `requiringGradient()`, and keep no `gradient`.
/// - Returns: The value, and one gradient for each input, of its shape; 0 for an input that the function does not use.
/// - Source: MLX's `valueAndGrad`.
package func valueAndGradients(
  of function: ([Tensor]) throws -> Tensor, at inputs: [Tensor]
) throws -> (value: Tensor, gradients: [Tensor]) {
  guard !inputs.isEmpty else { throw TensorError("valueAndGradients needs at least one input") }
  let variables = try inputs.map { try $0.detached().requiringGradient() }
  let y = try recorded { try function(variables) }
  guard y.count == 1 else {
    throw TensorError(
      "valueAndGradients needs a function that gives one element, and this one gives shape \(y.shape): take the sum")
  }
  let one = try Tensor.full(y.shape, value: 1).converted(to: y.kind)
  let found = try y.isRecorded ? availableGradients(of: y, at: variables, upstream: one) : []
  guard found.contains(where: { $0 != nil }) else { throw y.notRecorded("valueAndGradients") }
  return (y.detached(), try zip(found, inputs).map { try $0 ?? Tensor(zeros: $1.shape, kind: $1.kind) })
}

/// The gradients with respect to `inputs` of `Σ upstream · result`; nil for an input that has no part in the result.
package func availableGradients(
  of result: Tensor, at inputs: [Tensor], upstream: Tensor, createGraph: Bool = false
) throws -> [Tensor?] {
  guard let node = result.node else { throw result.notRecorded("gradients(of:at:)") }
  try result.requireShape(ofUpstream: upstream)
  let wanted = Set(inputs.compactMap { $0.node.map(ObjectIdentifier.init) })
  func collect(_ upstream: Tensor) throws -> [(node: GradientNode, gradient: Tensor)] {
    try collectGradients(from: node, upstream: upstream) { wanted.contains(ObjectIdentifier($0)) }.kept
  }
  let found = try createGraph ? collect(upstream) : unrecorded { try collect(upstream.detached()) }
  let table = Dictionary(uniqueKeysWithValues: found.map { (ObjectIdentifier($0.node), $0.gradient) })
  return inputs.map { input in input.node.flatMap { table[ObjectIdentifier($0)] } }
}

private func collectGradients(
  from result: GradientNode, upstream: Tensor, keep: (GradientNode) -> Bool
) throws -> (kept: [(node: GradientNode, gradient: Tensor)], visited: [GradientNode]) {
  let nodes = try recordedSteps(before: result)
  var kept: [(node: GradientNode, gradient: Tensor)] = []
  try sendGradients(from: result, upstream, through: nodes) { node, dy, _ in
    if keep(node) { kept.append((node, dy)) }
  }
  return (kept, nodes)
}

/// Walks the recording from its end to its beginning, newest first, so that a node has received everything that flows
/// into it before it passes its gradient on. No recursion: a recording can be 100,000 steps long. Records what it
/// computes, unless that is switched off.
///
/// - Parameter visit: Gets each node that a gradient arrives at, with that gradient, `dy`, and with what it passes on to
///   each of its inputs.
func sendGradients(
  from result: GradientNode, _ upstream: Tensor, through nodes: [GradientNode],
  visit: (_ node: GradientNode, _ dy: Tensor, _ downstream: [Tensor]) -> Void
) throws {
  var pending = [ObjectIdentifier(result): upstream]
  var work = 0
  for node in nodes {
    // Many short steps are long together.
    try Interruption.poll(afterWork: &work, of: 5000)
    guard var dy = pending.removeValue(forKey: ObjectIdentifier(node)) else { continue }
    if dy.kind < node.kind || (dy.kind == .float64 && node.kind == .float32) {
      dy = try dy.recordedConversion(to: node.kind)
    }
    var downstream: [Tensor] = []
    for input in node.inputs {
      guard let source = input.node else { continue }
      let dx = try input.gradient(from: dy, at: node)
      guard dx.shape == source.shape else {
        throw TensorError("the gradient of a tensor of shape \(source.shape) came out with shape \(dx.shape)")
      }
      let id = ObjectIdentifier(source)
      pending[id] = try pending[id].map { try $0.adding(dx) } ?? dx
      downstream.append(dx)
    }
    visit(node, dy, downstream)
  }
}

/// All nodes that `result` was computed from, and itself, newest first.
func recordedSteps(before result: GradientNode) throws -> [GradientNode] {
  var nodes = [result]
  var seen: Set = [ObjectIdentifier(result)]
  var next = 0
  while next < nodes.count {
    for input in nodes[next].inputs {
      if let node = input.node, seen.insert(ObjectIdentifier(node)).inserted { nodes.append(node) }
    }
    next += 1
  }
  if nodes.contains(where: \.isSpent) {
    throw TensorError(
      "backward() ran through this result before, and a recording serves once: compute the result again")
  }
  return nodes.sorted { $0.order > $1.order }
}
