import Convbook

let x = Tensor.arange(0, 24).reshaped([2, 3, 4])
print(x[0, 1..<3, 0...])
print(x[1].shape, x[1, 2].elements, x[1, 2, 3])
print(x[0..., 1].elements)
print(x[0...1, ...1, 2...].shape, x[..<1, 0, 1...2].elements)
let row = 2
let part = x[0, row, 1..<x.shape[2]]
print(part.sum().item(), part.count, part.rank)
for n in 0..<x.shape[0] { print(x[n].sum(axes: [0]).elements) }
