import Convbook

let x = Tensor([[[1, 0], [0, 2], [-1, 1]]]).requiringGradient()

func weights(_ rows: Int, _ columns: Int, seed: Int) -> Tensor {
  Tensor.normal([rows, columns], deviation: 0.5, seed: seed)
}

let (states, last) = rnn(x, inputWeights: weights(2, 2, seed: 1), hiddenWeights: weights(2, 2, seed: 2))
print(states.shape, last.shape)

let (outputs, hidden, cell) = lstm(x, inputWeights: weights(8, 2, seed: 3), hiddenWeights: weights(8, 2, seed: 4))
print(outputs.shape, hidden.isClose(to: outputs[0..., 2]), cell.shape)
hidden.sum().backward()
if let dx = x.gradient { print(dx.shape, dx.sum().item() != 0) }

var h = Tensor.zeros([1, 2])
for t in 0..<3 {
  h = gruStep(x[0..., t], hidden: h, inputWeights: weights(6, 2, seed: 5), hiddenWeights: weights(6, 2, seed: 6))
}
let (_, final) = gru(x, inputWeights: weights(6, 2, seed: 5), hiddenWeights: weights(6, 2, seed: 6))
print(h == final)

let table = Tensor([[1, 2], [3, 4], [5, 6]]).requiringGradient()
let rows = embedding(Tensor([2, 0, 2]), weights: table)
rows.sum().backward()
if let dw = table.gradient { print(dw) }

let encoded = rows.detached() + positionalEncoding(positions: 3, features: 2)
print(attentionWeights(encoded, keys: encoded, isCausal: true)[0].elements)
let seen = scaledDotProductAttention(encoded, keys: encoded, values: rows.detached(), mask: Tensor([1, 0, 0]))
print(seen.elements)
let mixed = multiHeadAttention(
  x, keys: x, values: x, heads: 2, inputWeights: weights(6, 2, seed: 7), outputWeights: Tensor.eye(2))
print(mixed.shape)

let ones = Tensor.ones([6])
print(dropout(ones, probability: 0.75, seed: 1).elements)
print(originalDropout(ones, probability: 0.75, seed: 1).elements)
print(originalDropout(ones, probability: 0.75, seed: 1, isTraining: false).elements)
print(dropPath(Tensor.ones([3, 2]), seed: 2).elements)
