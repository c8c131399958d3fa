import Convbook

print(Tensor(3.5))
print(Tensor([1, -2.25, 1000]))
print(Tensor([[1, 2], [3, 4]]))
print(Tensor.arange(0, 12).reshaped([2, 2, 3]))
print(Tensor.eye(3).asType(.float32))
print(Tensor.full([2, 2], value: 0.1).formatted(digits: 2))
let x = Tensor.linspace(0, 1, count: 5)
print("x = \(x), sum = \(x.sum())")
print([Tensor([1, 2])], (Tensor([3]), 4))
print(Tensor.zeros([0, 3]).shape, x.shape, x.rank, x.count)
print(Tensor([1 / 3.0, 1e-7, 12345.678]))
