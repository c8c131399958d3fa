func forward(
  _ x: Tensor, filters f: Tensor, bias b: Tensor, stride: Int, padding: Int
) -> Tensor {
  let (n, c, h, w) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
  let (k, u, v) = (f.shape[0], f.shape[2], f.shape[3])
  let pixels = x.elements
  let weights = f.elements
  let rows = (h + 2 * padding - u) / stride + 1
  let columns = (w + 2 * padding - v) / stride + 1
  var out: [Double] = []
  for image in 0..<n {
    for filter in 0..<k {
      for i in 0..<rows {
        for j in 0..<columns {
          var sum = b[filter]
          for channel in 0..<c {
            for a in 0..<u {
              for e in 0..<v {
                let row = i * stride + a - padding
                let column = j * stride + e - padding
                guard row >= 0, row < h, column >= 0, column < w else { continue }
                sum +=
                  pixels[((image * c + channel) * h + row) * w + column]
                  * weights[((filter * c + channel) * u + a) * v + e]
              }
            }
          }
          out.append(sum)
        }
      }
    }
  }
  return Tensor(out, shape: [n, k, rows, columns])
}
