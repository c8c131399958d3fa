func eluGradient(_ dY: Tensor, x: Tensor, alpha: Double) -> Tensor {
  var result: [Double] = []
  for (d, v) in zip(dY.elements, x.elements) {
    result.append(v < 0 ? d * alpha * exp(v) : d)
  }
  return Tensor(result)
}
