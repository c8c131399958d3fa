func edgeStrength(_ image: Tensor) -> Tensor {
  let down = correlate2d(image, sobel, mode: .full) / 8
  let right = correlate2d(image, sobel.transposed(), mode: .full) / 8
  return sqrt(down * down + right * right)
}
