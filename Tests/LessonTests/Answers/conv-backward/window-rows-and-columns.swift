// expect: rror
func backward(
  _ dO: Tensor, input x: Tensor, filters f: Tensor, stride: Int, padding: Int
) -> (dX: Tensor, dF: Tensor, db: Tensor) {
  var dX = Tensor.zeros(x.shape)
  var dF = Tensor.zeros(f.shape)
  var db = Tensor.zeros([f.shape[0]])
  for n in 0..<dO.shape[0] {
    for k in 0..<dO.shape[1] {
      for i in 0..<dO.shape[2] {
        for j in 0..<dO.shape[3] {
          db[k] += dO[n, k, i, j]
          for c in 0..<f.shape[1] {
            for u in 0..<f.shape[3] {
              for v in 0..<f.shape[2] {
                let r = i * stride + u - padding
                let s = j * stride + v - padding
                if r >= 0 && r < x.shape[2] && s >= 0 && s < x.shape[3] {
                  dX[n, c, r, s] += dO[n, k, i, j] * f[k, c, u, v]
                  dF[k, c, u, v] += dO[n, k, i, j] * x[n, c, r, s]
                }
              }
            }
          }
        }
      }
    }
  }
  return (dX, dF, db)
}
