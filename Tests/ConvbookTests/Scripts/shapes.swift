import Convbook

let x = Tensor.arange(0, 6)
print(x.reshaped([2, -1]).transposed().elements)
print(x.reshaped([1, 2, 3]).permuted([2, 0, 1]).shape)
print(x.reshaped([2, 3]).flipped(axes: [1]).elements, x.reshaped([2, 3]).rotated180().elements)
print(x.expandedDimension(at: 0).shape, x.reshaped([1, 6, 1]).squeezed().shape)
print(x.reshaped([2, 3]).max(axes: [0]).elements, x.reshaped([2, 3]).argmax(axis: 1).elements)
let (rows, columns) = (x.reshaped([2, 3]).shape[0], x.reshaped([2, 3]).shape[1])
print(rows * columns == x.count, x.reshaped([3, 2]).flattened() == x)
let nested = Tensor([[[1, 2], [3, 4]], [[5, 6], [7, 8]]])
print(nested.shape, nested[1, 0, 1], nested.sum(axes: [1, 2]).elements)
let values: [[Double]] = (0..<2).map { i in (0..<2).map { j in Double(i * 2 + j) } }
print(Tensor(values).elements, Tensor([[1.5]]).item())
