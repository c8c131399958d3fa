// expect: This is the larger of the two slopes. A slanted edge has a
func edgeStrength(_ image: Tensor) -> Tensor {
  let down = abs(correlate2d(image, sobel) / 8)
  let right = abs(correlate2d(image, sobel.transposed()) / 8)
  return maximum(down, right)
}
