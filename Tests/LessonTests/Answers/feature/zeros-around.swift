// expect: The filter was laid over the border too, on zeros. Take
func feature(_ image: Tensor, _ filter: Tensor) -> Double {
  return abs(correlate2d(image, filter, mode: .full)).mean().item()
}
