import Convbook

func pooled(_ x: Tensor, size: Int, by choose: (Double, Double) -> Double) -> Tensor {
  let (channels, height, width) = (x.shape[1], x.shape[2] / size, x.shape[3] / size)
  var y = Tensor.full([x.shape[0], channels, height, width], value: -1e9)
  for n in 0..<x.shape[0] {
    for c in 0..<channels {
      for i in 0..<height {
        for j in 0..<width {
          for u in 0..<size {
            for v in 0..<size { y[n, c, i, j] = choose(y[n, c, i, j], x[n, c, i * size + u, j * size + v]) }
          }
        }
      }
    }
  }
  return y
}

let x = Tensor.normal([2, 2, 4, 4], seed: 3)
print(pooled(x, size: 2, by: max) == maxPool2d(x, size: 2))
print(pooled(Tensor.arange(0, 16).reshaped([1, 1, 4, 4]), size: 2) { max($0, $1) }.elements)
