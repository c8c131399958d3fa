func nearestGradient(_ dO: Tensor, factor: Int) -> Tensor {
  let pooled = averagePool2d(dO.reshaped([1, 1, dO.shape[0], dO.shape[1]]), size: factor)
  return (pooled * Double(factor * factor)).reshaped([dO.shape[0] / factor, dO.shape[1] / factor])
}
