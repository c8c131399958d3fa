func sigmoidGradient(_ dY: Tensor, y: Tensor) -> Tensor {
  return Tensor(zip(dY.elements, y.elements).map { d, s in d * s * (1 - s) }, shape: y.shape)
}
