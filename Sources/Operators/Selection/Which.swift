import Tensors

/// Takes elements of `a` where a condition holds, and of `b` elsewhere.
///
/// ```
/// y = condition ≠ 0 ? a : b        da = dy where the condition holds, db = dy elsewhere
/// ```
///
/// ```swift
/// let x = Tensor([-2, 3, 0])
/// which(x .> 0, x, x * 10).elements  // [-20.0, 3.0, 0.0]
/// ```
///
/// - Parameters:
///   - condition: 0 where it does not hold, as comparisons give it. It has no gradient.
///   - a: A tensor of the same shape, or one that broadcasts with it.
///   - b: Likewise.
/// - Returns: A tensor of the common shape.
/// - Source: NumPy's `where`, under its name in MLX: `where` is a word of Swift.
package func which(_ condition: Tensor, _ a: Tensor, _ b: Tensor) throws -> Tensor {
  try condition.requireNumbers(for: "which")
  let condition = condition.detached()
  let shape = try broadcastShape(condition.shape, broadcastShape(a.shape, b.shape))
  let y = try chosen(
    condition.broadcast(to: shape), a.detached().broadcast(to: shape), b.detached().broadcast(to: shape),
    commonType(a, b))
  if !a.isRecording && !b.isRecording { return y }
  let (left, right) = (a.shape, b.shape)
  return try record(
    "which", y,
    // Not a product with the condition: 0 times infinity is nan.
    .gradient(to: a) { dy in try which(condition, dy, 0).summed(to: left) },
    .gradient(to: b) { dy in try which(condition, 0, dy).summed(to: right) })
}

/// Takes elements of `a` where a condition holds, and a number elsewhere.
///
/// ```swift
/// let x = Tensor([-2, 3, 0])
/// which(x .> 0, x, -1).elements  // [-1.0, 3.0, -1.0]
/// ```
package func which(_ condition: Tensor, _ a: Tensor, _ b: Double) throws -> Tensor {
  try which(condition, a, number(b, like: a))
}

/// Takes a number where a condition holds, and elements of `b` elsewhere.
///
/// ```swift
/// let x = Tensor([-2, 3, 0])
/// which(x .< 0, 10, x).elements  // [10.0, 3.0, 0.0]
/// ```
package func which(_ condition: Tensor, _ a: Double, _ b: Tensor) throws -> Tensor {
  try which(condition, number(a, like: b), b)
}

private func number(_ value: Double, like tensor: Tensor) throws -> Tensor {
  try Tensor(value).converted(to: tensor.kind)
}

private func chosen<Element: TensorElement>(
  _ condition: Tensor, _ a: Tensor, _ b: Tensor, _: Element.Type
) throws -> Tensor {
  try condition.withElements(as: Double.self) { holds in
    try .computed(condition.shape, from: a, b, as: Element.self) { y, a, b in
      try inBlocks(condition.count) { for i in $0 { y[i] = holds[i] != 0 ? a[i] : b[i] } }
    }
  }
}
