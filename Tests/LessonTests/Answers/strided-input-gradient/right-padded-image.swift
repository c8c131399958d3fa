func inputGradient(
  _ dO: Tensor, kernel f: Tensor, inputShape: [Int], stride: Int, padding: Int
) -> Tensor {
  var wide = Tensor.zeros([inputShape[0] + 2 * padding, inputShape[1] + 2 * padding])
  for i in 0..<dO.shape[0] {
    for j in 0..<dO.shape[1] {
      let r = i * stride..<i * stride + f.shape[0]
      let c = j * stride..<j * stride + f.shape[1]
      wide[r, c] = wide[r, c] + f * dO[i, j]
    }
  }
  return wide[padding..<(padding + inputShape[0]), padding..<(padding + inputShape[1])]
}
