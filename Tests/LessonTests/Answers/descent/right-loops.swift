func descend(_ a: Tensor, _ target: Tensor, rate: Double, steps: Int) -> Tensor {
  var theta = Tensor.zeros([a.shape[1], 1])
  for _ in 0..<steps {
    var gradient = Tensor.zeros([a.shape[1], 1])
    for m in 0..<a.shape[0] {
      var difference = -target[m, 0]
      for k in 0..<a.shape[1] {
        difference += a[m, k] * theta[k, 0]
      }
      for k in 0..<a.shape[1] {
        gradient[k, 0] += a[m, k] * difference
      }
    }
    theta = theta - rate * gradient
  }
  return theta
}
