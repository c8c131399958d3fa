func permute(_ x: Tensor, _ order: [Int]) -> Tensor {
  return x.permuted([order[2], order[1], order[0]])
}
