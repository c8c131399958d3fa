// expect: This is the strongest answer. The feature is the mean of
func feature(_ image: Tensor, _ filter: Tensor) -> Double {
  return abs(correlate2d(image, filter)).max().item()
}
