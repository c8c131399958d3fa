func groupNormalize(_ x: Tensor, groups: Int, epsilon: Double) -> Tensor {
  var y = x
  let size = x.shape[1] / groups
  for n in 0..<x.shape[0] {
    for first in stride(from: 0, to: x.shape[1], by: size) {
      let part = x[n, first..<first + size]
      let d = part - part.mean()
      y[n, first..<first + size] = d / sqrt((d * d).mean() + epsilon)
    }
  }
  return y
}
