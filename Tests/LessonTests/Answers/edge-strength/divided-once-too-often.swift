// expect: 0.125 times
func edgeStrength(_ image: Tensor) -> Tensor {
  let down = correlate2d(image, sobel) / 8
  let right = correlate2d(image, sobel.transposed()) / 8
  return sqrt(down * down + right * right) / 8
}
