func descend(_ a: Tensor, _ target: Tensor, rate: Double, steps: Int) -> Tensor {
  let square = matmul(a.transposed(), a)
  let right = matmul(a.transposed(), target)
  var theta = Tensor.zeros(right.shape)
  var step = 0
  while step < steps {
    theta = theta - rate * (matmul(square, theta) - right)
    step += 1
  }
  return theta
}
