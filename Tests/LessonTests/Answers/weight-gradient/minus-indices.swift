// expect: The pixel is taken at i - u, j - v. In the forward pass
func kernelGradient(_ dO: Tensor, input x: Tensor) -> Tensor {
  let rows = x.shape[0] - dO.shape[0] + 1
  let columns = x.shape[1] - dO.shape[1] + 1
  var dF = Tensor.zeros([rows, columns])
  for i in 0..<dO.shape[0] {
    for j in 0..<dO.shape[1] {
      for u in 0..<rows {
        for v in 0..<columns {
          if i >= u && j >= v { dF[u, v] += dO[i, j] * x[i - u, j - v] }
        }
      }
    }
  }
  return dF
}
