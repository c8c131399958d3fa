func edgeStrength(_ image: Tensor) -> Tensor {
  let down = correlate2d(image, sobel / 8)
  let right = correlate2d(image, sobel.transposed() / 8)
  return pow(pow(down, 2) + pow(right, 2), 0.5)
}
