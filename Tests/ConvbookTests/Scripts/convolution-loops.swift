import Convbook

/// The convolution of a course's first lesson, element by element.
func correlate(_ x: Tensor, _ f: Tensor, stride: Int = 1) -> Tensor {
  let height = (x.shape[0] - f.shape[0]) / stride + 1
  let width = (x.shape[1] - f.shape[1]) / stride + 1
  var y = Tensor.zeros([height, width])
  for i in 0..<height {
    for j in 0..<width {
      for u in 0..<f.shape[0] {
        for v in 0..<f.shape[1] {
          y[i, j] += x[i * stride + u, j * stride + v] * f[u, v]
        }
      }
    }
  }
  return y
}

let x = Tensor.arange(0, 16).reshaped([4, 4])
let f = Tensor([[1, 10], [100, 1000]])
print(correlate(x, f))
print(correlate(x, f, stride: 2).elements)
print(correlate(x, f) == correlate2d(x, f))
