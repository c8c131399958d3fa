func maxPoolGradient(_ dO: Tensor, x: Tensor, size: Int, stride: Int) -> Tensor {
  var dX = Tensor.zeros(x.shape)
  for i in 0..<dO.shape[0] {
    for j in 0..<dO.shape[1] {
      let window = x[i * stride..<i * stride + size, j * stride..<j * stride + size]
      let place = Int(window.reshaped([-1]).argmax(axis: 0).item())
      dX[i * stride + place / size, j * stride + place % size] += dO[i, j]
    }
  }
  return dX
}
