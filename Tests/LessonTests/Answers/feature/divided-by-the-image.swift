// expect: The sum is divided by the number of pixels. The filter has
func feature(_ image: Tensor, _ filter: Tensor) -> Double {
  return abs(correlate2d(image, filter)).sum().item() / Double(image.count)
}
