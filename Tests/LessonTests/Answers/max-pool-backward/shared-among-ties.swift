// expect: Where pixels tie, they share the gradient here. The doc
func maxPoolGradient(_ dO: Tensor, x: Tensor, size: Int, stride: Int) -> Tensor {
  var dX = Tensor.zeros(x.shape)
  for i in 0..<dO.shape[0] {
    for j in 0..<dO.shape[1] {
      let window = x[i * stride..<i * stride + size, j * stride..<j * stride + size]
      let winners = window .== window.max()
      let share = dO[i, j] / winners.sum().item()
      for u in 0..<size {
        for v in 0..<size where winners[u, v] == 1 {
          dX[i * stride + u, j * stride + v] += share
        }
      }
    }
  }
  return dX
}
