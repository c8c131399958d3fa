// expect: This is Prewitt's filter. In Sobel's, the row or column in
func edgeStrength(_ image: Tensor) -> Tensor {
  let right = correlate2d(image, prewitt) / 8
  let down = correlate2d(image, prewitt.transposed()) / 8
  return sqrt(down * down + right * right)
}
