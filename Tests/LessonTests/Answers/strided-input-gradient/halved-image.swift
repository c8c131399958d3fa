// expect: A division by the stride rounds, so pixels between two
func inputGradient(
  _ dO: Tensor, kernel f: Tensor, inputShape: [Int], stride: Int, padding: Int
) -> Tensor {
  var dX = Tensor.zeros(inputShape)
  for a in 0..<inputShape[0] {
    for b in 0..<inputShape[1] {
      for u in 0..<f.shape[0] {
        for v in 0..<f.shape[1] {
          let i = (a + padding - u) / stride
          let j = (b + padding - v) / stride
          if i >= 0 && j >= 0 && i < dO.shape[0] && j < dO.shape[1] { dX[a, b] += dO[i, j] * f[u, v] }
        }
      }
    }
  }
  return dX
}
