func scaleAndShiftGradients(_ dY: Tensor, normalized: Tensor) -> (dGamma: Tensor, dBeta: Tensor) {
  return (dGamma: (dY * normalized).sum(axes: [1]), dBeta: dY.sum(axes: [1]))
}
