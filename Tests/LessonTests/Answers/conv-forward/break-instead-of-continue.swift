// expect: Pixels outside of the image end the loop (break), so those
func forward(
  _ x: Tensor, filters f: Tensor, bias b: Tensor, stride: Int, padding: Int
) -> Tensor {
  let rows = (x.shape[2] + 2 * padding - f.shape[2]) / stride + 1
  let columns = (x.shape[3] + 2 * padding - f.shape[3]) / stride + 1
  var o = Tensor.zeros([x.shape[0], f.shape[0], rows, columns])
  for n in 0..<x.shape[0] {
    for k in 0..<f.shape[0] {
      for i in 0..<rows {
        for j in 0..<columns {
          o[n, k, i, j] = b[k]
          for u in 0..<f.shape[2] {
            let row = i * stride + u - padding
            if row < 0 || row >= x.shape[2] { break }
            for v in 0..<f.shape[3] {
              let column = j * stride + v - padding
              if column < 0 || column >= x.shape[3] { break }
              for c in 0..<f.shape[1] {
                o[n, k, i, j] += x[n, c, row, column] * f[k, c, u, v]
              }
            }
          }
        }
      }
    }
  }
  return o
}
