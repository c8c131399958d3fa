// expect: The last row and the last column of ∂E/∂O are left out.
func kernelGradient(_ dO: Tensor, input x: Tensor) -> Tensor {
  let rows = x.shape[0] - dO.shape[0] + 1
  let columns = x.shape[1] - dO.shape[1] + 1
  var dF = Tensor.zeros([rows, columns])
  for i in 0..<(dO.shape[0] - 1) {
    for j in 0..<(dO.shape[1] - 1) {
      for u in 0..<rows {
        for v in 0..<columns {
          dF[u, v] += dO[i, j] * x[i + u, j + v]
        }
      }
    }
  }
  return dF
}
