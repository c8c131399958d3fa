func dropoutGradient(_ dY: Tensor, random: Tensor, p: Double) -> Tensor {
  let kept = zip(dY.elements, random.elements).map { d, r in r < p ? 0 : d / (1 - p) }
  return Tensor(kept, shape: dY.shape)
}
