func relativeError(_ a: Tensor, _ b: Tensor) -> Double {
  let size = maximum(abs(a), abs(b))
  let safe = which(size .== 0, Tensor.ones(size.shape), size)
  return (abs(a - b) / safe).max().item()
}
