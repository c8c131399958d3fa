// expect: The epsilon stands outside the root. It is added to the
func groupNormalize(_ x: Tensor, groups: Int, epsilon: Double) -> Tensor {
  let rows = x.reshaped([x.shape[0] * groups, -1])
  let d = rows - rows.mean(axes: [1], keepDimensions: true)
  return (d / (sqrt((d * d).mean(axes: [1], keepDimensions: true)) + epsilon)).reshaped(x.shape)
}
