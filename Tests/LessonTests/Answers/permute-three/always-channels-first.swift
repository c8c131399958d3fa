func permute(_ x: Tensor, _ order: [Int]) -> Tensor {
  return x.permuted([2, 0, 1])
}
