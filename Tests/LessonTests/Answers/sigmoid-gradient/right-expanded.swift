func sigmoidGradient(_ dY: Tensor, y: Tensor) -> Tensor {
  return dY * (y - y * y)
}
