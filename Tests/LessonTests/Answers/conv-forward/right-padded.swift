func forward(
  _ x: Tensor, filters f: Tensor, bias b: Tensor, stride: Int, padding: Int
) -> Tensor {
  let wide = x.padded([[0, 0], [0, 0], [padding, padding], [padding, padding]])
  let h = (wide.shape[2] - f.shape[2]) / stride + 1
  let w = (wide.shape[3] - f.shape[3]) / stride + 1
  var o = Tensor.zeros([x.shape[0], f.shape[0], h, w])
  for n in 0..<x.shape[0] {
    for i in 0..<h {
      for j in 0..<w {
        let r = i * stride..<i * stride + f.shape[2]
        let c = j * stride..<j * stride + f.shape[3]
        let window = wide[n, 0..., r, c]
        for k in 0..<f.shape[0] {
          o[n, k, i, j] = (window * f[k, 0..., 0..., 0...]).sum().item() + b[k]
        }
      }
    }
  }
  return o
}
