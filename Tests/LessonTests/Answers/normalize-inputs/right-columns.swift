func normalized(_ other: Tensor, from training: Tensor) -> Tensor {
  var result = other
  for j in 0..<training.shape[1] {
    let column = training[0..., j]
    let mean = column.mean().item()
    let deviation = ((column - mean) * (column - mean)).mean().item().squareRoot()
    result[0..., j] = (other[0..., j] - mean) / deviation
  }
  return result
}
