// expect: The kernel was rotated, but its rows and columns changed places as well
func inputGradient(_ dO: Tensor, kernel f: Tensor) -> Tensor {
  var dX = Tensor.zeros([dO.shape[0] + f.shape[0] - 1, dO.shape[1] + f.shape[1] - 1])
  for i in 0..<dO.shape[0] {
    for j in 0..<dO.shape[1] {
      for u in 0..<f.shape[0] {
        for v in 0..<f.shape[1] {
          dX[i + u, j + v] += dO[i, j] * f[v, u]
        }
      }
    }
  }
  return dX
}
