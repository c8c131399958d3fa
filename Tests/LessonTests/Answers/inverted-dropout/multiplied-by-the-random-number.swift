// expect: Each element was multiplied by its random number. The
func droppedOut(_ x: Tensor, random: Tensor, p: Double, isTraining: Bool) -> Tensor {
  if !isTraining { return x }
  return x * random / (1 - p)
}
