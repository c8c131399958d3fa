// expect: Dividing by 2 and then multiplying by h is not the same as
func numericalGradient(of f: (Tensor) -> Double, at x: Tensor, step h: Double) -> Tensor {
  var gradient = Tensor.zeros(x.shape)
  for i in 0..<x.shape[0] {
    for j in 0..<x.shape[1] {
      var above = x
      above[i, j] += h
      var below = x
      below[i, j] -= h
      gradient[i, j] = (f(above) - f(below)) / 2 * h
    }
  }
  return gradient
}
