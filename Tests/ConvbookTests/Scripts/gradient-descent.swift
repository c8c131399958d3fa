import Convbook

let inputs = Tensor([[1, 0], [0, 1], [1, 1], [2, 1]])
let targets = matmul(inputs, Tensor([[2], [-3]])) + 0.5
var weight = Tensor.zeros([2, 1])
var bias = Tensor.zeros([1])
for step in 0..<200 {
  let (w, b) = (weight.requiringGradient(), bias.requiringGradient())
  let loss = square(matmul(inputs, w) + b - targets).mean()
  let parts = gradients(of: loss, at: [w, b])
  weight -= 0.2 * parts[0]
  bias -= 0.2 * parts[1]
  if step % 50 == 0 { print(step, (loss.item() * 1e6).rounded() / 1e6) }
}
print(weight.elements.map { ($0 * 100).rounded() / 100 }, (bias.item() * 100).rounded() / 100)
