// expect: The descent starts from ones. It should start from
func descend(_ a: Tensor, _ target: Tensor, rate: Double, steps: Int) -> Tensor {
  var theta = Tensor.ones([a.shape[1], 1])
  for _ in 0..<steps {
    theta -= rate * matmul(a.transposed(), matmul(a, theta) - target)
  }
  return theta
}
