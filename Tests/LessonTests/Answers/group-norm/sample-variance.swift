// expect: The variance is divided by one less than the number of
func groupNormalize(_ x: Tensor, groups: Int, epsilon: Double) -> Tensor {
  let rows = x.reshaped([x.shape[0] * groups, -1])
  let d = rows - rows.mean(axes: [1], keepDimensions: true)
  return (d / sqrt(rows.variance(axes: [1], keepDimensions: true) + epsilon)).reshaped(x.shape)
}
