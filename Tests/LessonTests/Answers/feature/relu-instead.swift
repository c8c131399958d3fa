// expect: wrong
func feature(_ image: Tensor, _ filter: Tensor) -> Double {
  return relu(correlate2d(image, filter)).mean().item()
}
