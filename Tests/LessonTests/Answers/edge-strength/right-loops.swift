func edgeStrength(_ image: Tensor) -> Tensor {
  var result = Tensor.zeros([image.shape[0] - 2, image.shape[1] - 2])
  for i in 0..<result.shape[0] {
    for j in 0..<result.shape[1] {
      var down = 0.0
      var right = 0.0
      for k in 0..<3 {
        let weight = [1.0, 2.0, 1.0][k]
        down += weight * (image[i + 2, j + k] - image[i, j + k])
        right += weight * (image[i + k, j + 2] - image[i + k, j])
      }
      result[i, j] = (down * down + right * right).squareRoot() / 8
    }
  }
  return result
}
