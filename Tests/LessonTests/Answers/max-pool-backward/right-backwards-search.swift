func maxPoolGradient(_ dO: Tensor, x: Tensor, size: Int, stride: Int) -> Tensor {
  var dX = Tensor.zeros(x.shape)
  for i in 0..<dO.shape[0] {
    for j in 0..<dO.shape[1] {
      var best = -Double.infinity
      var place = (0, 0)
      for u in (0..<size).reversed() {
        for v in (0..<size).reversed() {
          let value = x[i * stride + u, j * stride + v]
          if value >= best {
            best = value
            place = (i * stride + u, j * stride + v)
          }
        }
      }
      dX[place.0, place.1] += dO[i, j]
    }
  }
  return dX
}
