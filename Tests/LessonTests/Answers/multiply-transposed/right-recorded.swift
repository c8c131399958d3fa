func inputGradient(_ dO: Tensor, matrix c: Tensor, inputShape: [Int]) -> Tensor {
  let x = Tensor.zeros([c.shape[1], 1]).requiringGradient()
  matmul(c, x).backward(upstream: dO.reshaped([dO.count, 1]))
  return (x.gradient ?? x).reshaped(inputShape)
}
