import Foundation

struct LCG {
  var state: UInt64
  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 33) / Double(UInt32.max / 2)
  }
}

func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
func sigmoidPrime(_ y: Double) -> Double { y * (1 - y) }

final class Layer {
  var weights: [[Double]]
  var biases: [Double]
  var inputs: [Double] = []
  var outputs: [Double] = []

  init(inputs n: Int, outputs m: Int, rng: inout LCG) {
    weights = []
    for _ in 0..<m {
      var row: [Double] = []
      for _ in 0..<n { row.append(rng.next() * 2 - 1) }
      weights.append(row)
    }
    biases = (0..<m).map { _ in 0.0 }
  }

  func forward(_ x: [Double]) -> [Double] {
    inputs = x
    outputs = zip(weights, biases).map { row, b in
      sigmoid(zip(row, x).map(*).reduce(0, +) + b)
    }
    return outputs
  }

  func backward(_ grad: [Double], lr: Double) -> [Double] {
    let delta = zip(grad, outputs).map { $0 * sigmoidPrime($1) }
    var back = [Double](repeating: 0, count: inputs.count)
    for (i, d) in delta.enumerated() {
      for j in inputs.indices {
        back[j] += weights[i][j] * d
        weights[i][j] -= lr * d * inputs[j]
      }
      biases[i] -= lr * d
    }
    return back
  }
}

class Network {
  let layers: [Layer]
  init(sizes: [Int]) {
    var rng = LCG(state: 42)
    var built: [Layer] = []
    for (a, b) in zip(sizes, sizes.dropFirst()) {
      built.append(Layer(inputs: a, outputs: b, rng: &rng))
    }
    layers = built
  }
  func predict(_ x: [Double]) -> [Double] {
    layers.reduce(x) { acc, layer in layer.forward(acc) }
  }
  func train(_ x: [Double], _ y: [Double], lr: Double) -> Double {
    let out = predict(x)
    var grad = zip(out, y).map { 2 * ($0 - $1) }
    for layer in layers.reversed() { grad = layer.backward(grad, lr: lr) }
    return zip(out, y).map { ($0 - $1) * ($0 - $1) }.reduce(0, +)
  }
}

let data: [([Double], [Double])] = [([0, 0], [0]), ([0, 1], [1]), ([1, 0], [1]), ([1, 1], [0])]
let net = Network(sizes: [2, 4, 1])
for epoch in 0..<3000 {
  var total = 0.0
  for (x, y) in data { total += net.train(x, y, lr: 0.5) }
  if epoch % 1000 == 0 { print(epoch, total) }
}
for (x, y) in data {
  print(x, "->", net.predict(x)[0], "expected", y[0])
}
