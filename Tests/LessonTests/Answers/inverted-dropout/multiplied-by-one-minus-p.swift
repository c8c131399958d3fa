// expect: What is kept was made smaller. It has to make up for what
func droppedOut(_ x: Tensor, random: Tensor, p: Double, isTraining: Bool) -> Tensor {
  if !isTraining { return x }
  return x * (random .>= p) * (1 - p)
}
