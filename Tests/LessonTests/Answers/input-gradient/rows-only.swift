// expect: The kernel's rows were reversed, but not its columns.
func inputGradient(_ dO: Tensor, kernel f: Tensor) -> Tensor {
  var dX = Tensor.zeros([dO.shape[0] + f.shape[0] - 1, dO.shape[1] + f.shape[1] - 1])
  for i in 0..<dO.shape[0] {
    for j in 0..<dO.shape[1] {
      for u in 0..<f.shape[0] {
        for v in 0..<f.shape[1] {
          dX[i + u, j + v] += dO[i, j] * f[u, f.shape[1] - 1 - v]
        }
      }
    }
  }
  return dX
}
