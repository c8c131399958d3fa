func sigmoidGradient(_ dY: Tensor, y: Tensor) -> Tensor {
  return dY * (1 - dY) * y
}
