import Convbook

protocol Layer {
  func callAsFunction(_ x: Tensor) -> Tensor
  var parameterCount: Int { get }
}

struct Dense: Layer {
  var weight: Tensor
  var bias: Tensor
  init(_ inputs: Int, _ outputs: Int, seed: Int) {
    weight = Tensor.normal([inputs, outputs], deviation: 0.5, seed: seed)
    bias = .zeros([outputs])
  }
  func callAsFunction(_ x: Tensor) -> Tensor { matmul(x, weight) + bias }
  var parameterCount: Int { weight.count + bias.count }
}

struct Activation: Layer {
  let function: (Tensor) -> Tensor
  func callAsFunction(_ x: Tensor) -> Tensor { function(x) }
  var parameterCount: Int { 0 }
}

struct Sequential: Layer {
  var layers: [any Layer]
  func callAsFunction(_ x: Tensor) -> Tensor { layers.reduce(x) { $1($0) } }
  var parameterCount: Int { layers.reduce(0) { $0 + $1.parameterCount } }
}

let network = Sequential(layers: [Dense(3, 4, seed: 1), Activation(function: relu), Dense(4, 2, seed: 2)])
let y = network(Tensor.ones([5, 3]))
print(y.shape, network.parameterCount)
print(network(Tensor.zeros([1, 3])).elements)

enum Initialization {
  case zeros
  case constant(Double)
  case uniform(seed: Int)
  func tensor(_ shape: [Int]) -> Tensor {
    switch self {
    case .zeros: .zeros(shape)
    case .constant(let value): .full(shape, value: value)
    case .uniform(let seed): .uniform(shape, seed: seed)
    }
  }
}
for kind in [Initialization.zeros, .constant(2), .uniform(seed: 4)] { print(kind.tensor([2]).shape, kind) }

extension Tensor {
  var norm: Double { (self * self).sum().item().squareRoot() }
  func clipped(to limit: Double) -> Tensor { maximum(self, Tensor(-limit)) }
}
print(Tensor([3, 4]).norm, Tensor([-5, 5]).clipped(to: 2).elements)
