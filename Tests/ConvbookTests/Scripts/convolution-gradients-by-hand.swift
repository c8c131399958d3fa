import Convbook

func inputGradient(_ dy: Tensor, _ f: Tensor, size: Int) -> Tensor {
  var dx = Tensor.zeros([size, size])
  for i in 0..<dy.shape[0] {
    for j in 0..<dy.shape[1] {
      for u in 0..<f.shape[0] {
        for v in 0..<f.shape[1] { dx[i + u, j + v] += dy[i, j] * f[u, v] }
      }
    }
  }
  return dx
}

func kernelGradient(_ dy: Tensor, _ x: Tensor, size: Int) -> Tensor {
  var df = Tensor.zeros([size, size])
  for u in 0..<size {
    for v in 0..<size {
      var sum = 0.0
      for i in 0..<dy.shape[0] {
        for j in 0..<dy.shape[1] { sum += dy[i, j] * x[i + u, j + v] }
      }
      df[u, v] = sum
    }
  }
  return df
}

let x = Tensor.normal([5, 5], seed: 1)
let f = Tensor([[1, 2], [3, 4]])
let dy = Tensor.arange(1, 17).reshaped([4, 4])
let images = x.reshaped([1, 1, 5, 5])
let kernel = f.reshaped([1, 1, 2, 2])
let upstream = dy.reshaped([1, 1, 4, 4])
let dx = inputGradient(dy, f, size: 5)
let df = kernelGradient(dy, x, size: 2)
print(dx)
print(dx.isClose(to: conv2dInputGradient(upstream, kernel: kernel, inputShape: images.shape).reshaped([5, 5])))
print(df.isClose(to: conv2dKernelGradient(upstream, input: images, kernelShape: kernel.shape).reshaped([2, 2])))
print(dx.isClose(to: numericGradient(of: { correlate2d($0, f) }, at: x, upstream: dy)))
