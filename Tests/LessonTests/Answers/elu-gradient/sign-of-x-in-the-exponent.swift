// expect: The exponent has a minus that does not belong there: below
func eluGradient(_ dY: Tensor, x: Tensor, alpha: Double) -> Tensor {
  return dY * which(x .>= 0, Tensor.ones(x.shape), alpha * exp(-x))
}
