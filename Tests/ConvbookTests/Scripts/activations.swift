import Convbook

let x = Tensor([[-2, -0.5, 0], [0.5, 1, 30]])
print(relu(x).elements, leakyRelu(x).elements, leakyRelu(x, slope: 0.1).elements)
print(sigmoid(x), tanh(x))
print(elu(x).elements, elu(x, alpha: 2).elements, selu(x).elements)
print(softplus(x).elements, softplus(x, beta: 3).elements, swish(x).elements, swish(x, beta: 2).elements)
print(gelu(x).elements, gelu(x, isApproximate: true).elements)
print(prelu(x, slope: Tensor([0.1, 0.2, 0.3])).elements, maxout(x, pieces: 3).elements)
print(softmax(x, axis: 1), logSoftmax(x, axis: 0).elements)

let activations: [(String, (Tensor) -> Tensor)] = [
  ("sigmoid", sigmoid), ("tanh", tanh), ("gelu", { gelu($0) }), ("swish", { swish($0) }),
  ("softmax", { softmax($0, axis: 1) }),
]
for (name, activation) in activations {
  let input = x.requiringGradient()
  let slope = gradients(of: (activation(input) * Tensor([1, 2, 3])).sum(), at: [input], createGraph: true)[0]
  print(name, slope.elements)
  print(gradients(of: slope.sum(), at: [input])[0].elements)
}
