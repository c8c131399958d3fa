// expect: wrong
func numericalGradient(of f: (Tensor) -> Double, at x: Tensor, step h: Double) -> Tensor {
  var gradient = Tensor.zeros(x.shape)
  for i in 0..<x.shape[0] {
    for j in 0..<x.shape[1] {
      var below = x
      below[i, j] -= h
      gradient[i, j] = (f(x) - f(below)) / h
    }
  }
  return gradient
}
