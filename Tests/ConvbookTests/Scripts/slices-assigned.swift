import Convbook

var x = Tensor.zeros([3, 4])
x[1] = Tensor([1, 2, 3, 4])
x[0..., 2] = Tensor([7, 8, 9])
x[2, 0..<2] = x[1, 0..<2] * 10
x[0, 0] = -1
print(x)
x[0..<2, 0..<2] += Tensor([[0.5, 0.25], [0.125, 1]])
print(x)
var pads = Tensor.zeros([4, 4])
pads[1..<3, 1..<3] = Tensor.ones([2, 2])
print(pads == Tensor.ones([2, 2]).padded(1))
pads[0...] = Tensor(3)
print(pads.elements)
