func backward(
  _ dO: Tensor, input x: Tensor, filters f: Tensor, stride: Int, padding: Int
) -> (dX: Tensor, dF: Tensor, db: Tensor) {
  let p = [padding, padding]
  let wide = x.padded([[0, 0], [0, 0], p, p])
  var dWide = Tensor.zeros(wide.shape)
  var dF = Tensor.zeros(f.shape)
  for n in 0..<dO.shape[0] {
    for k in 0..<dO.shape[1] {
      for i in 0..<dO.shape[2] {
        for j in 0..<dO.shape[3] {
          let r = i * stride..<i * stride + f.shape[2]
          let c = j * stride..<j * stride + f.shape[3]
          let g = dO[n, k, i, j]
          dWide[n, 0..., r, c] = dWide[n, 0..., r, c] + f[k, 0..., 0..., 0...] * g
          dF[k, 0..., 0..., 0...] = dF[k, 0..., 0..., 0...] + wide[n, 0..., r, c] * g
        }
      }
    }
  }
  let dX = dWide[0..., 0..., padding..<(padding + x.shape[2]), padding..<(padding + x.shape[3])]
  return (dX: dX, dF: dF, db: dO.sum(axes: [0, 2, 3]))
}
