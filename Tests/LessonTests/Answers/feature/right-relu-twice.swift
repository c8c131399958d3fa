func feature(_ image: Tensor, _ filter: Tensor) -> Double {
  let y = correlate2d(image, filter)
  return (relu(y) + relu(-y)).mean().item()
}
