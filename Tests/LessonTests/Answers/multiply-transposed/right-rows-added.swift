func inputGradient(_ dO: Tensor, matrix c: Tensor, inputShape: [Int]) -> Tensor {
  var sum = Tensor.zeros([c.shape[1]])
  for (r, gradient) in dO.elements.enumerated() {
    sum = sum + c[r, 0...] * gradient
  }
  return sum.reshaped(inputShape)
}
