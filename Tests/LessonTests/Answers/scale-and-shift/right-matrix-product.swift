func scaleAndShiftGradients(_ dY: Tensor, normalized: Tensor) -> (dGamma: Tensor, dBeta: Tensor) {
  let ones = Tensor.ones([1, dY.shape[0]])
  let features = dY.shape[1]
  return (
    dGamma: matmul(ones, dY * normalized).reshaped([features]),
    dBeta: matmul(ones, dY).reshaped([features])
  )
}
