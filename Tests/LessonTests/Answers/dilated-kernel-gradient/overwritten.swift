// expect: Only the last place is left: each product replaces the one
func kernelGradient(
  _ dO: Tensor, input x: Tensor, kernelShape: [Int], stride: Int, padding: Int, dilation: Int
) -> Tensor {
  var dF = Tensor.zeros(kernelShape)
  for i in 0..<dO.shape[0] {
    for j in 0..<dO.shape[1] {
      for u in 0..<kernelShape[0] {
        for v in 0..<kernelShape[1] {
          let r = i * stride + u * dilation - padding
          let c = j * stride + v * dilation - padding
          if r >= 0 && r < x.shape[0] && c >= 0 && c < x.shape[1] { dF[u, v] = dO[i, j] * x[r, c] }
        }
      }
    }
  }
  return dF
}
