func responseNorm(_ x: Tensor, size: Int, alpha: Double, beta: Double, k: Double) -> Tensor {
  let half = size / 2
  let c = x.shape[1]
  let squares = (x * x).padded([[0, 0], [half, half], [0, 0], [0, 0]])
  var sums = Tensor.zeros(x.shape)
  for shift in 0..<size {
    sums += squares[0..., shift..<shift + c]
  }
  return x / pow(sums * (alpha / Double(size)) + k, beta)
}
