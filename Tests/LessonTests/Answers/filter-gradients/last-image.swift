// expect: Each image replaces the gradient of the one before it: only
func filterGradients(_ dO: Tensor, input x: Tensor) -> (dF: Tensor, db: Tensor) {
  let u = x.shape[2] - dO.shape[2] + 1
  let v = x.shape[3] - dO.shape[3] + 1
  var dF = Tensor.zeros([dO.shape[1], x.shape[1], u, v])
  for n in 0..<x.shape[0] {
    for k in 0..<dO.shape[1] {
      for c in 0..<x.shape[1] {
        dF[k, c, 0..., 0...] = kernelGradient(dO[n, k, 0..., 0...], input: x[n, c, 0..., 0...])
      }
    }
  }
  return (dF: dF, db: dO.sum(axes: [0, 2, 3]))
}
