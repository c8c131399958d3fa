import Convbook

let a = Tensor([[1, 2, 3], [4, 5, 6]])
let row = Tensor([10, 20, 30])
let column = Tensor([[100], [200]])
print(a + row)
print(a * column - row)
print(2 * a / 4, 1 - a, -a + 0.5)
print((a + column).shape, (row + column).elements)
var b = a
b += 1
b *= row
b /= 2
b -= column
print(b)
print(a == a, a == b, a.isClose(to: a + 1e-12))
print(matmul(a, a.transposed()))
let mean = a.mean(axes: [1], keepDimensions: true)
print((a - mean).elements, (a - a.mean()).sum().item())
print([a, b].map { $0.sum().item() }.reduce(0, +))
print([Tensor([1, 2]), Tensor([3, 4])].reduce(Tensor.zeros([2]), +).elements)
