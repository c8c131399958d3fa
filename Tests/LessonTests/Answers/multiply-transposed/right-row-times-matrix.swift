func inputGradient(_ dO: Tensor, matrix c: Tensor, inputShape: [Int]) -> Tensor {
  let row = dO.reshaped([1, -1])
  return matmul(row, c).reshaped(inputShape)
}
