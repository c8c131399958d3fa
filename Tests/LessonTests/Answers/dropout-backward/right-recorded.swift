func dropoutGradient(_ dY: Tensor, random: Tensor, p: Double) -> Tensor {
  let x = Tensor.ones(dY.shape).requiringGradient()
  (x * (random .>= p) / (1 - p)).backward(upstream: dY)
  return x.gradient ?? Tensor.zeros(dY.shape)
}
