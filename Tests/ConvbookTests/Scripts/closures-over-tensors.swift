import Convbook

func compose(_ layers: [(Tensor) -> Tensor]) -> (Tensor) -> Tensor {
  { x in layers.reduce(x) { $1($0) } }
}

let weight = Tensor([[1, -1], [0.5, 2]])
let network = compose([{ matmul($0, weight) }, relu, { $0 * 2 }, { x in x - x.min() }, tanh])
print(network(Tensor([[1, 2], [3, -4]])))

let activations: [(name: String, apply: (Tensor) -> Tensor)] = [
  ("relu", relu), ("square", square), ("abs", abs), ("half", { $0 / 2 }),
]
for (name, apply) in activations { print(name, apply(Tensor([-2, 4])).elements) }

func dense(_ inputs: Int, _ outputs: Int, seed: Int) -> (Tensor) -> Tensor {
  let weight = Tensor.uniform([inputs, outputs], low: -1, high: 1, seed: seed)
  return { matmul($0, weight) }
}
let layer = dense(3, 2, seed: 7)
print(layer(Tensor.ones([4, 3])).shape, layer(Tensor.ones([1, 3])) == layer(Tensor.ones([1, 3])))
