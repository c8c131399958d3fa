import Convbook

let x = Tensor.normal([3, 4, 2, 2], mean: 5, deviation: 3, seed: 1)
let (gamma, beta) = (Tensor([1, 2, 3, 4]), Tensor([0.5, 0, -0.5, 1]))
let input = x.requiringGradient()
for y in [
  batchNorm(input, gamma: gamma, beta: beta), layerNorm(input, normalizedShape: [4, 2, 2]),
  instanceNorm(input, gamma: gamma), groupNorm(input, groups: 2, beta: beta),
  localResponseNorm(input, size: 3, alpha: 1),
  weightStandardized(input, epsilon: 0.1),
] {
  print(y.shape, y.mean().item(), (y * y).mean(axes: [0, 2, 3]).elements)
  print(gradients(of: (y * y * y).sum(), at: [input])[0].sum(axes: [2, 3]).elements)
}

var statistics = RunningStatistics(channels: 4, momentum: 0.5)
let before = statistics
for step in 1...3 {
  statistics.update(with: x * Double(step))
  print(step, statistics.mean.elements, statistics.variance.elements)
}
print(before)
print(statistics.momentum, statistics.mean.shape)
let test = batchNorm(x, mean: statistics.mean, variance: statistics.variance, gamma: gamma)
print(test[0, 0...])

let kernel = Tensor.normal([4, 4, 1, 2], seed: 2)
let fused = fusedBatchNorm(
  kernel: kernel, mean: statistics.mean, variance: statistics.variance, gamma: gamma, beta: beta)
let once = conv2d(x, kernel: fused.kernel, bias: fused.bias)
let twice = batchNorm(
  conv2d(x, kernel: kernel), mean: statistics.mean, variance: statistics.variance, gamma: gamma, beta: beta)
print(once.isClose(to: twice), fused.bias.elements)
let (folded, bias) = fusedBatchNorm(kernel: kernel, mean: statistics.mean, variance: statistics.variance)
print(folded.shape, bias.shape)

let mixed = x + x.flipped(axes: [1]) * 0.5
let white = decorrelatedBatchNorm(mixed, groups: 2, epsilon: 0)
let pair = white.permuted([1, 0, 2, 3]).reshaped([4, 12])[0..<2]
print((matmul(pair, pair.transposed()) / 12).isClose(to: Tensor.eye(2)))
var whitening = RunningWhitening(channels: 4, groups: 2, momentum: 1, epsilon: 0)
whitening.update(with: mixed)
print(whitening.mean.elements, whitening.matrices.shape, whitening.epsilon)
print(decorrelatedBatchNorm(mixed, mean: whitening.mean, whitening: whitening.matrices).isClose(to: white))
let slope = gradients(of: (decorrelatedBatchNorm(input, gamma: gamma) * mixed).sum(), at: [input])[0]
print(slope.shape, slope.sum(axes: [0, 2, 3]).isClose(to: Tensor.zeros([4]), atol: 1e-6))
