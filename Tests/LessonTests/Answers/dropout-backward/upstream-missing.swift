// expect: The gradient from above is missing: multiply the mask by
func dropoutGradient(_ dY: Tensor, random: Tensor, p: Double) -> Tensor {
  return (random .>= p) / (1 - p)
}
