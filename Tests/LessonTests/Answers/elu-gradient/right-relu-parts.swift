func eluGradient(_ dY: Tensor, x: Tensor, alpha: Double) -> Tensor {
  let positive = x .>= 0
  return dY * positive + dY * (1 - positive) * alpha * exp(x)
}
