// expect: stopped with an error
func inputGradient(
  _ dO: Tensor, kernel f: Tensor, inputShape: [Int], stride: Int, padding: Int
) -> Tensor {
  var dX = Tensor.zeros(inputShape)
  for i in 0..<dO.shape[0] {
    for j in 0..<dO.shape[1] {
      for u in 0..<f.shape[0] {
        for v in 0..<f.shape[1] {
          dX[i * stride + u - padding, j * stride + v - padding] += dO[i, j] * f[u, v]
        }
      }
    }
  }
  return dX
}
