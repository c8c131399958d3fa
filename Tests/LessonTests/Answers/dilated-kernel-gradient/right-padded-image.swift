func kernelGradient(
  _ dO: Tensor, input x: Tensor, kernelShape: [Int], stride: Int, padding: Int, dilation: Int
) -> Tensor {
  let wide = x.padded(padding)
  var dF = Tensor.zeros(kernelShape)
  for u in 0..<kernelShape[0] {
    for v in 0..<kernelShape[1] {
      for i in 0..<dO.shape[0] {
        for j in 0..<dO.shape[1] {
          dF[u, v] += dO[i, j] * wide[i * stride + u * dilation, j * stride + v * dilation]
        }
      }
    }
  }
  return dF
}
