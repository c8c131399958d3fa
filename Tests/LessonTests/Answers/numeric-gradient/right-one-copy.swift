func numericalGradient(of f: (Tensor) -> Double, at x: Tensor, step h: Double) -> Tensor {
  var y = x
  var gradient = Tensor.zeros(x.shape)
  for i in 0..<x.shape[0] {
    for j in 0..<x.shape[1] {
      let old = y[i, j]
      y[i, j] = old + h
      let up = f(y)
      y[i, j] = old - h
      let down = f(y)
      y[i, j] = old
      gradient[i, j] = (up - down) / h / 2
    }
  }
  return gradient
}
