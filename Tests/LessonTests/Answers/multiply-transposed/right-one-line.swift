func inputGradient(_ dO: Tensor, matrix c: Tensor, inputShape: [Int]) -> Tensor {
  matmul(c.transposed(), dO.reshaped([dO.count, 1])).reshaped(inputShape)
}
