func updated(mean: Tensor, variance: Tensor, x: Tensor, momentum: Double) -> (
  mean: Tensor, variance: Tensor
) {
  var newMean = mean
  var newVariance = variance
  let n = Double(x.shape[0])
  for c in 0..<x.shape[1] {
    let column = x[0..., c].elements
    let m = column.reduce(0, +) / n
    let v = column.map { ($0 - m) * ($0 - m) }.reduce(0, +) / (n - 1)
    newMean[c] = (1 - momentum) * mean[c] + momentum * m
    newVariance[c] = (1 - momentum) * variance[c] + momentum * v
  }
  return (newMean, newVariance)
}
