func droppedOut(_ x: Tensor, random: Tensor, p: Double, isTraining: Bool) -> Tensor {
  guard isTraining else { return x }
  let numbers = zip(x.elements, random.elements).map { $1 < p ? 0 : $0 / (1 - p) }
  return Tensor(numbers).reshaped(x.shape)
}
