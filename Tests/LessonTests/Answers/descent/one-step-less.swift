// expect: One step is missing: 0..<steps makes as many steps as asked
func descend(_ a: Tensor, _ target: Tensor, rate: Double, steps: Int) -> Tensor {
  var theta = Tensor.zeros([a.shape[1], 1])
  for _ in 1..<max(1, steps) {
    theta -= rate * matmul(a.transposed(), matmul(a, theta) - target)
  }
  return theta
}
