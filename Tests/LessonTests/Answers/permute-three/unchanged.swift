func permute(_ x: Tensor, _ order: [Int]) -> Tensor {
  return x
}
