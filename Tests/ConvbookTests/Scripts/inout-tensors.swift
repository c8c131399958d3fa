import Convbook

func normalize(_ x: inout Tensor) {
  x -= x.mean()
  x /= x.max().item()
}

func fill(_ x: inout Tensor, with value: (Int, Int) -> Double) {
  for i in 0..<x.shape[0] {
    for j in 0..<x.shape[1] { x[i, j] = value(i, j) }
  }
}

var x = Tensor.zeros([2, 3])
fill(&x) { Double($0 * 3 + $1) }
print(x)
normalize(&x)
print(x)

var layers = [Tensor.zeros([1, 2]), Tensor.zeros([2, 2])]
for index in layers.indices { fill(&layers[index]) { i, j in Double(index) + (i == j ? 1 : 0) } }
print(layers.map(\.elements))
swap(&layers[0], &x)
print(x.shape, layers[0].shape)

struct Optimizer {
  let rate: Double
  func update(_ parameters: inout [Tensor], _ gradients: [Tensor]) {
    for (index, gradient) in gradients.enumerated() { parameters[index] -= rate * gradient }
  }
}
var parameters = [Tensor([1, 2]), Tensor([[3.0]])]
Optimizer(rate: 0.5).update(&parameters, [Tensor([2, 2]), Tensor([[4.0]])])
print(parameters[0].elements, parameters[1].elements)
