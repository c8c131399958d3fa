func responseNorm(_ x: Tensor, size: Int, alpha: Double, beta: Double, k: Double) -> Tensor {
  var y = x
  let squares = x * x
  for c in 0..<x.shape[1] {
    let first = max(0, c - size / 2)
    let last = min(x.shape[1], c + size / 2 + 1)
    let d = k + alpha * squares[0..., first..<last].sum(axes: [1]) / Double(size)
    y[0..., c] = x[0..., c] * pow(d, -beta)
  }
  return y
}
