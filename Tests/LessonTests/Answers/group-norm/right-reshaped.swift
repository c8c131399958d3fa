func groupNormalize(_ x: Tensor, groups: Int, epsilon: Double) -> Tensor {
  let rows = x.reshaped([x.shape[0] * groups, -1])
  let centred = rows - rows.mean(axes: [1], keepDimensions: true)
  return (centred / sqrt((centred * centred).mean(axes: [1], keepDimensions: true) + epsilon)).reshaped(x.shape)
}
