func dropoutGradient(_ dY: Tensor, random: Tensor, p: Double) -> Tensor {
  return which(random .< p, Tensor.zeros(dY.shape), dY / (1 - p))
}
