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

  fileprivate func notRecorded(_ function: String) -> TensorError {
    TensorError(
      "\(function) needs a result that was computed from a tensor with requiringGradient(), and this one was not "
        + "(elements that are read as numbers, x[i, j], are not recorded)")
  }

  fileprivate func requireShape(ofUpstream upstream: Tensor) throws {
    guard upstream.shape == shape else {
      throw TensorError("the upstream gradient has shape \(upstream.shape), but the tensor has shape \(shape)")
    }
  }
}

/// Computes the gradients of a number with respect to some tensors, and leaves their `gradient` alone.
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
/// - Parameters:
///   - loss: A result with one element.
///   - inputs: Tensors with `requiringGradient()` that the loss was computed from.
///   - createGraph: Records how the gradients are computed, for second derivatives.
/// - Returns: One gradient for each input, of its shape. The recording can be used again.
/// - Source: PyTorch's `autograd.grad`.
package func gradients(of loss: Tensor, at inputs: [Tensor], createGraph: Bool = false) throws -> [Tensor] {
  guard loss.count == 1 else {
    throw TensorError(
      "gradients(of:at:) needs a result with one element, and this one has shape \(loss.shape): take the sum first")
  }
  let one = try Tensor.full(loss.shape, value: 1).converted(to: loss.kind)
  let found = try availableGradients(of: loss, at: inputs, upstream: one, createGraph: createGraph)
  return try inputs.enumerated().map { position, input in
    guard input.isRecorded else {
      throw TensorError("input \(position) does not require a gradient: make it with requiringGradient()")
    }
    guard let gradient = found[position] else { throw TensorError("input \(position) has no part in this result") }
    return gradient
  }
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

/// Walks the recording from its end to its beginning, newest first, so that a node has received everything that flows
/// into it before it passes its gradient on. Records what it computes, unless that is switched off. No recursion: a recording can be 100,000 steps long.
private func collectGradients(
  from result: GradientNode, upstream: Tensor, keep: (GradientNode) -> Bool
) throws -> (kept: [(node: GradientNode, gradient: Tensor)], visited: [GradientNode]) {
  let nodes = reachable(from: result)
  if nodes.contains(where: \.isSpent) {
    throw TensorError(
      "backward() ran through this result before, and a recording serves once: compute the result again")
  }
  var pending = [ObjectIdentifier(result): upstream]
  var kept: [(node: GradientNode, gradient: Tensor)] = []
  for node in nodes {
    guard var dy = pending.removeValue(forKey: ObjectIdentifier(node)) else { continue }
    if dy.kind < node.kind || (dy.kind == .float64 && node.kind == .float32) {
      dy = try dy.recordedConversion(to: node.kind)
    }
    if keep(node) { kept.append((node, dy)) }
    for input in node.inputs {
      guard let source = input.node else { continue }
      let dx = try input.gradient(from: dy, at: node)
      guard dx.shape == source.shape else {
        throw TensorError("the gradient of a tensor of shape \(source.shape) came out with shape \(dx.shape)")
      }
      let id = ObjectIdentifier(source)
      pending[id] = try pending[id].map { try $0.adding(dx) } ?? dx
    }
  }
  return (kept, nodes)
}

/// All nodes that `result` was computed from, and itself, newest first.
private func reachable(from result: GradientNode) -> [GradientNode] {
  var nodes = [result]
  var seen: Set = [ObjectIdentifier(result)]
  var next = 0
  while next < nodes.count {
    for input in nodes[next].inputs {
      if let node = input.node, seen.insert(ObjectIdentifier(node)).inserted { nodes.append(node) }
    }
    next += 1
  }
  return nodes.sorted { $0.order > $1.order }
}
