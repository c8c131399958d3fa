// expect: training wrong
func droppedOut(_ x: Tensor, random: Tensor, p: Double, isTraining: Bool) -> Tensor {
  return isTraining ? which(random .< p, x * 0, 2 * x) : x
}
