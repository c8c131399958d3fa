func edgeStrength(_ image: Tensor) -> Tensor {
  let down = correlate2d(image, sobel)
  let right = correlate2d(image, Tensor([[1, 0, -1], [2, 0, -2], [1, 0, -1]]))
  return sqrt(down * down + right * right) / 8
}
