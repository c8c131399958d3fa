// expect: columns wrong
func windowColumns(_ x: Tensor, size: [Int]) -> Tensor {
  let h = x.shape[1] - size[0] + 1
  let w = x.shape[2] - size[1] + 1
  var result = Tensor.zeros([x.shape[0] * size[0] * size[1], h * w])
  for i in 0..<h {
    for j in 0..<w {
      for c in 0..<x.shape[0] {
        for u in 0..<size[0] {
          for v in 0..<size[1] {
            result[(c * size[0] + u) * size[1] + v, i * w + j] =
              x[c, i * size[0] % x.shape[1], j * size[1] % x.shape[2]]
          }
        }
      }
    }
  }
  return result
}
