func responseNorm(_ x: Tensor, size: Int, alpha: Double, beta: Double, k: Double) -> Tensor {
  var d = Tensor.full(x.shape, value: k)
  for step in -(size / 2)...size / 2 {
    for c in 0..<x.shape[1] where c + step >= 0 && c + step < x.shape[1] {
      d[0..., c] += alpha / Double(size) * x[0..., c + step] * x[0..., c + step]
    }
  }
  return x / pow(d, beta)
}
