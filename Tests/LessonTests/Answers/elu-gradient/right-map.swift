func eluGradient(_ dY: Tensor, x: Tensor, alpha: Double) -> Tensor {
  return Tensor(zip(dY.elements, x.elements).map { d, v in v < 0 ? d * alpha * exp(v) : d })
}
