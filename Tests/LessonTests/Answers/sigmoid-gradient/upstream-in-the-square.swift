// expect: The factor y is missing: the derivative is y(1 -
func sigmoidGradient(_ dY: Tensor, y: Tensor) -> Tensor {
  return dY * (1 - y)
}
