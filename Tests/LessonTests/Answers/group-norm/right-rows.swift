func groupNormalize(_ x: Tensor, groups: Int, epsilon: Double) -> Tensor {
  let rows = x.reshaped([x.shape[0] * groups, -1])
  return layerNorm(rows, normalizedShape: [rows.shape[1]], epsilon: epsilon).reshaped(x.shape)
}
