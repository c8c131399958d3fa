// expect: The factor 1 - y is missing: the derivative is y(1 -
func sigmoidGradient(_ dY: Tensor, y: Tensor) -> Tensor {
  return dY * y
}
