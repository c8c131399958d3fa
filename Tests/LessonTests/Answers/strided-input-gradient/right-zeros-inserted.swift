// Zeros between and around, then the rotated kernel; at the end the padding is cut off.
func inputGradient(
  _ dO: Tensor, kernel f: Tensor, inputShape: [Int], stride: Int, padding: Int
) -> Tensor {
  var wide = Tensor.zeros([
    inputShape[0] + 2 * padding - f.shape[0] + 1, inputShape[1] + 2 * padding - f.shape[1] + 1,
  ])
  for i in 0..<dO.shape[0] {
    for j in 0..<dO.shape[1] {
      wide[i * stride, j * stride] = dO[i, j]
    }
  }
  let all = correlate2d(wide, f.rotated180(), mode: .full)
  return all[padding..<(padding + inputShape[0]), padding..<(padding + inputShape[1])]
}
