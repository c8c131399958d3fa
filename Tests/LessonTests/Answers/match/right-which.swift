func match(_ image: Tensor, _ pattern: Tensor) -> Tensor {
  let ones = Tensor.ones(pattern.shape)
  let n = Double(pattern.count)
  let f = pattern - pattern.mean()
  let means = correlate2d(image, ones) / n
  let squares = correlate2d(image * image, ones) - n * means * means
  let flat = squares .< 1e-12
  return which(
    flat, Tensor.zeros(means.shape),
    correlate2d(image, f) / sqrt(which(flat, Tensor.ones(means.shape), squares) * (f * f).sum()))
}
