func droppedOut(_ x: Tensor, random: Tensor, p: Double, isTraining: Bool) -> Tensor {
  let scale = isTraining ? (1 - (random .< p)) * (1 / (1 - p)) : Tensor.ones(x.shape)
  return scale * x
}
