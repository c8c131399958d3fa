// expect: matmul
func inputGradient(_ dO: Tensor, matrix c: Tensor, inputShape: [Int]) -> Tensor {
  return matmul(c, dO.reshaped([dO.count, 1])).reshaped(inputShape)
}
