// expect: The pixels come out in reverse order. The turned kernel is
func inputGradient(_ dO: Tensor, matrix c: Tensor, inputShape: [Int]) -> Tensor {
  return Tensor(matmul(c.transposed(), dO.reshaped([dO.count, 1])).elements.reversed(), shape: inputShape)
}
