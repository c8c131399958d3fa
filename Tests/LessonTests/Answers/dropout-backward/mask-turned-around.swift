// expect: The mask is turned around: the gradient goes to the units
func dropoutGradient(_ dY: Tensor, random: Tensor, p: Double) -> Tensor {
  return dY * (random .< p) / (1 - p)
}
