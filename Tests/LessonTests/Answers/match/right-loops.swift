func match(_ image: Tensor, _ pattern: Tensor) -> Tensor {
  let h = pattern.shape[0]
  let w = pattern.shape[1]
  let patternMean = pattern.mean().item()
  var result = Tensor.zeros([image.shape[0] - h + 1, image.shape[1] - w + 1])
  for i in 0..<result.shape[0] {
    for j in 0..<result.shape[1] {
      var sum = 0.0
      for u in 0..<h {
        for v in 0..<w {
          sum += image[i + u, j + v]
        }
      }
      let mean = sum / Double(h * w)
      var products = 0.0
      var a = 0.0
      var b = 0.0
      for u in 0..<h {
        for v in 0..<w {
          let p = image[i + u, j + v] - mean
          let q = pattern[u, v] - patternMean
          products += p * q
          a += p * p
          b += q * q
        }
      }
      result[i, j] = a == 0 ? 0 : products / sqrt(a * b)
    }
  }
  return result
}
