func maxPoolGradient(_ dO: Tensor, x: Tensor, size: Int, stride: Int) -> Tensor {
  var dX = Tensor.zeros(x.shape)
  for i in 0..<dO.shape[0] {
    for j in 0..<dO.shape[1] {
      let most = x[i * stride..<i * stride + size, j * stride..<j * stride + size].max().item()
      search: for u in 0..<size {
        for v in 0..<size where x[i * stride + u, j * stride + v] == most {
          dX[i * stride + u, j * stride + v] += dO[i, j]
          break search
        }
      }
    }
  }
  return dX
}
