// expect: so it counts C·U·V times
func filterGradients(_ dO: Tensor, input x: Tensor) -> (dF: Tensor, db: Tensor) {
  let rows = x.shape[2] - dO.shape[2] + 1
  let columns = x.shape[3] - dO.shape[3] + 1
  var dF = Tensor.zeros([dO.shape[1], x.shape[1], rows, columns])
  var db = Tensor.zeros([dO.shape[1]])
  for n in 0..<dO.shape[0] {
    for k in 0..<dO.shape[1] {
      for i in 0..<dO.shape[2] {
        for j in 0..<dO.shape[3] {
          for c in 0..<x.shape[1] {
            for u in 0..<rows {
              for v in 0..<columns {
                db[k] += dO[n, k, i, j]
                dF[k, c, u, v] += dO[n, k, i, j] * x[n, c, i + u, j + v]
              }
            }
          }
        }
      }
    }
  }
  return (dF: dF, db: db)
}
