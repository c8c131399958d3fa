// expect: Training and test changed places: units are dropped while
func droppedOut(_ x: Tensor, random: Tensor, p: Double, isTraining: Bool) -> Tensor {
  if isTraining { return x }
  return x * (random .>= p) / (1 - p)
}
