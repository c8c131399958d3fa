import Tensors

/// Weighs and adds up the features of every row: a fully connected layer.
///
/// ```
/// y[n,o] = b[o] + Σ i  x[n,i] · w[o,i]        dx = dy · w,  dw = dyᵀ · x,  db = Σ n  dy[n]
/// ```
///
/// ```swift
/// let w = Tensor([[1, 10], [2, 0], [0, 3]])
/// linear(Tensor([[5, 7]]), weights: w, bias: Tensor([0, 1, 2])).elements  // [75.0, 11.0, 23.0]
/// ```
///
/// - Parameters:
///   - x: Rows of features, `[…, I]`.
///   - weights: A row of weights for each output, `[O, I]`.
///   - bias: A number for each output, `[O]`.
/// - Returns: `[…, O]`.
/// - Source: PyTorch's `linear`.
package func linear(_ x: Tensor, weights: Tensor, bias: Tensor? = nil) throws -> Tensor {
  guard weights.rank == 2 else {
    throw TensorError("weights need 2 axes, [O, I], but these have shape \(weights.shape)")
  }
  guard let features = x.shape.last else { throw TensorError("linear needs rows of features, and got shape []") }
  guard features == weights.shape[1] else {
    throw TensorError(
      "rows have \(counted(features, "feature")), but weights of shape \(weights.shape) expect \(weights.shape[1])")
  }
  if let bias, bias.shape != [weights.shape[0]] {
    throw TensorError(
      "\(counted(weights.shape[0], "output")) need a bias of shape [\(weights.shape[0])], but it has shape \(bias.shape)"
    )
  }
  return try affine("linear", x, weights, bias)
}

/// `x · wᵀ + b` as a step of the operator `function`; the shapes fit.
func affine(_ function: String, _ x: Tensor, _ weights: Tensor, _ bias: Tensor?) throws -> Tensor {
  let shape = x.shape
  let rows = [shape.dropLast().reduce(1, *), weights.shape[1]]
  let y = try unrecorded {
    let products = try product(of: x.reshaped(rows), transposed: false, weights, transposed: true)
    return try (bias.map { try products.adding($0) } ?? products)
      .reshaped(Array(shape.dropLast()) + [weights.shape[0]])
  }.detached()
  let flat = [rows[0], weights.shape[0]]
  var gradients: [InputGradient] = [
    .gradient(to: x) { dy in
      try product(of: dy.reshaped(flat), transposed: false, weights, transposed: false).reshaped(shape)
    },
    .gradient(to: weights) { dy in
      try product(of: dy.reshaped(flat), transposed: true, x.reshaped(rows), transposed: false)
    },
  ]
  if let bias { gradients.append(.gradient(to: bias) { dy in try dy.reshaped(flat).sum(axes: [0]) }) }
  return try record(function, y, gradients)
}
