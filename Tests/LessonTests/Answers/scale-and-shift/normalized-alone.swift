// expect: ∂E/∂γ is 0 here, because the sum of x̂
func scaleAndShiftGradients(_ dY: Tensor, normalized: Tensor) -> (dGamma: Tensor, dBeta: Tensor) {
  return (dGamma: normalized.sum(axes: [0]), dBeta: dY.sum(axes: [0]))
}
