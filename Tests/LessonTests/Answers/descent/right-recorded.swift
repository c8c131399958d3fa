func descend(_ a: Tensor, _ target: Tensor, rate: Double, steps: Int) -> Tensor {
  var theta = Tensor.zeros([a.shape[1], 1])
  for _ in 0..<steps {
    let t = theta.requiringGradient()
    let d = matmul(a, t) - target
    (0.5 * d * d).sum().backward()
    if let gradient = t.gradient { theta -= rate * gradient }
  }
  return theta
}
