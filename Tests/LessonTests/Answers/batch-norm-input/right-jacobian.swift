func batchNormGradient(_ dY: Tensor, x: Tensor, gamma: Tensor, epsilon: Double) -> Tensor {
  let n = x.shape[0]
  let d = x - x.mean(axes: [0])
  let s = sqrt((d * d).mean(axes: [0]) + epsilon)
  var dX = Tensor.zeros(x.shape)
  for j in 0..<x.shape[1] {
    for i in 0..<n {
      for k in 0..<n {
        let same = i == k ? 1.0 : 0.0
        let local = (same - 1 / Double(n) - d[i, j] * d[k, j] / (s[j] * s[j]) / Double(n)) / s[j]
        dX[i, j] += gamma[j] * dY[k, j] * local
      }
    }
  }
  return dX
}
