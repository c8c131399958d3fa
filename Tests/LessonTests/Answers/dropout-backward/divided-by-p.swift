// expect: The gradient is divided by p. The forward pass divided by 1
func dropoutGradient(_ dY: Tensor, random: Tensor, p: Double) -> Tensor {
  return dY * (random .>= p) / p
}
