func pixel(_ x: Tensor, _ i: Int, _ j: Int) -> Double {
  guard (0..<x.shape[0]).contains(i), (0..<x.shape[1]).contains(j) else { return 0 }
  return x[i, j]
}

func correlate(_ x: Tensor, _ f: Tensor, stride: Int, padding: Int) -> Tensor {
  let m = outputSize(x.shape[0], filter: f.shape[0], stride: stride, padding: padding)
  let n = outputSize(x.shape[1], filter: f.shape[1], stride: stride, padding: padding)
  var o = Tensor.zeros([m, n])
  for i in 0..<m {
    for j in 0..<n {
      var sum = 0.0
      for u in 0..<f.shape[0] {
        for v in 0..<f.shape[1] {
          sum += pixel(x, i * stride - padding + u, j * stride - padding + v) * f[u, v]
        }
      }
      o[i, j] = sum
    }
  }
  return o
}
