func sigmoidGradient(_ dY: Tensor, y: Tensor) -> Tensor {
  let x = log(y / (1 - y))
  return dY * exp(-x) / pow(1 + exp(-x), 2)
}
