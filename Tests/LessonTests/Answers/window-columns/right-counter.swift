func windowColumns(_ x: Tensor, size: [Int]) -> Tensor {
  let w = x.shape[2] - size[1] + 1
  let n = (x.shape[1] - size[0] + 1) * w
  var result = Tensor.zeros([x.shape[0] * size[0] * size[1], n])
  for k in 0..<n {
    var r = 0
    for c in 0..<x.shape[0] {
      for u in 0..<size[0] {
        for v in 0..<size[1] {
          result[r, k] = x[c, k / w + u, k % w + v]
          r += 1
        }
      }
    }
  }
  return result
}
