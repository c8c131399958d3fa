struct Network {
  enum Activation { case relu, none }
  struct Layer {
    var weights: [[Double]]
    var activation: Activation = .none
    func callAsFunction(_ x: [Double]) -> [Double] {
      weights.map { row in
        let sum = zip(row, x).map { $0 * $1 }.reduce(0, +)
        return activation == .relu ? max(0, sum) : sum
      }
    }
  }
  var layers: [Layer] = []
  func callAsFunction(_ x: [Double]) -> [Double] { layers.reduce(x) { $1($0) } }
}
var net = Network()
net.layers.append(.init(weights: [[1, -2], [0.5, 0.5]], activation: .relu))
net.layers.append(Network.Layer(weights: [[1, 1]]))
print(net([1, 2]), net([3, 1]))
net.layers[0].weights[0][1] = 0
print(net([1, 2]), net.layers.count)
