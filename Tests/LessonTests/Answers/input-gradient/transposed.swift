// expect: The kernel was transposed instead of rotated
func inputGradient(_ dO: Tensor, kernel f: Tensor) -> Tensor {
  var dX = Tensor.zeros([dO.shape[0] + f.shape[0] - 1, dO.shape[1] + f.shape[1] - 1])
  let g = f.rotated180()
  for i in 0..<dO.shape[0] {
    for j in 0..<dO.shape[1] {
      for u in 0..<f.shape[0] {
        for v in 0..<f.shape[1] {
          // Read with exchanged indices: out of range as soon as the kernel is not square
          dX[i + u, j + v] += dO[i, j] * g[v, u]
        }
      }
    }
  }
  return dX
}
