// expect: Each gradient is repeated stride times. Between two
func inputGradient(
  _ dO: Tensor, kernel f: Tensor, inputShape: [Int], stride: Int, padding: Int
) -> Tensor {
  var dX = Tensor.zeros(inputShape)
  for i in 0..<(dO.shape[0] * stride) {
    for j in 0..<(dO.shape[1] * stride) {
      for u in 0..<f.shape[0] {
        for v in 0..<f.shape[1] {
          let r = i + u - padding
          let c = j + v - padding
          if r >= 0 && c >= 0 && r < inputShape[0] && c < inputShape[1] {
            dX[r, c] += dO[i / stride, j / stride] * f[u, v]
          }
        }
      }
    }
  }
  return dX
}
