func upConvolution(_ x: Tensor, _ f: Tensor, stride: Int, padding: Int) -> Tensor {
  let h = (x.shape[1] - 1) * stride + f.shape[2] - 2 * padding
  let w = (x.shape[2] - 1) * stride + f.shape[3] - 2 * padding
  var y = Tensor.zeros([f.shape[1], h, w])
  for c in 0..<f.shape[0] {
    for k in 0..<f.shape[1] {
      for i in 0..<x.shape[1] {
        for j in 0..<x.shape[2] {
          for u in 0..<f.shape[2] {
            for v in 0..<f.shape[3] {
              let a = i * stride + u - padding
              let b = j * stride + v - padding
              if a >= 0 && b >= 0 && a < h && b < w { y[k, a, b] += x[c, i, j] * f[c, k, u, v] }
            }
          }
        }
      }
    }
  }
  return y
}
