// expect: The products are averaged, but the sums of squares below
func match(_ image: Tensor, _ pattern: Tensor) -> Tensor {
  let rows = image.shape[0] - pattern.shape[0] + 1
  let columns = image.shape[1] - pattern.shape[1] + 1
  let f = pattern - pattern.mean()
  var result = Tensor.zeros([rows, columns])
  for i in 0..<rows {
    for j in 0..<columns {
      let piece = image[i..<i + pattern.shape[0], j..<j + pattern.shape[1]]
      let x = piece - piece.mean()
      let size = ((x * x).sum() * (f * f).sum()).item().squareRoot()
      if size > 0 { result[i, j] = (x * f).mean().item() / size }
    }
  }
  return result
}
