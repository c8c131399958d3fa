// expect: What overlaps is averaged. A transposed convolution adds it
func paint(_ x: Tensor, _ f: Tensor, stride: Int) -> Tensor {
  let shape = [(x.shape[0] - 1) * stride + f.shape[0], (x.shape[1] - 1) * stride + f.shape[1]]
  var y = Tensor.zeros(shape)
  var count = Tensor.zeros(shape)
  for i in 0..<x.shape[0] {
    for j in 0..<x.shape[1] {
      for u in 0..<f.shape[0] {
        for v in 0..<f.shape[1] {
          y[i * stride + u, j * stride + v] += x[i, j] * f[u, v]
          count[i * stride + u, j * stride + v] += 1
        }
      }
    }
  }
  return y / maximum(count, Tensor.ones(shape))
}
