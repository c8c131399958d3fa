func paint(_ x: Tensor, _ f: Tensor, stride: Int) -> Tensor {
  var wide = Tensor.zeros([(x.shape[0] - 1) * stride + 1, (x.shape[1] - 1) * stride + 1])
  for i in 0..<x.shape[0] {
    for j in 0..<x.shape[1] {
      wide[i * stride, j * stride] = x[i, j]
    }
  }
  return correlate2d(wide, f.rotated180(), mode: .full)
}
