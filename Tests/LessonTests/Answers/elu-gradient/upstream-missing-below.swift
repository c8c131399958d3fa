// expect: In the negative branch the gradient from above is missing:
func eluGradient(_ dY: Tensor, x: Tensor, alpha: Double) -> Tensor {
  return which(x .>= 0, dY, alpha * exp(x))
}
