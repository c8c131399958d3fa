// expect: This is the squared distance: small where the pattern fits.
func match(_ image: Tensor, _ pattern: Tensor) -> Tensor {
  let rows = image.shape[0] - pattern.shape[0] + 1
  let columns = image.shape[1] - pattern.shape[1] + 1
  var result = Tensor.zeros([rows, columns])
  for i in 0..<rows {
    for j in 0..<columns {
      let d = image[i..<i + pattern.shape[0], j..<j + pattern.shape[1]] - pattern
      result[i, j] = (d * d).sum().item()
    }
  }
  return result
}
