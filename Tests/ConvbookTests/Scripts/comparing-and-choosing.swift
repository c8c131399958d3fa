import Convbook

let x = Tensor([[-2, 3, 0], [4, -5, 6]])
print((x .> 0).elements, (0 .< x).elements, (x .== x).elements)
print((3 .>= x).elements, (x .!= Tensor([-2, 3, 1])).elements, less(x, x.transposed().reshaped([2, 3])).elements)
print(which(x .> 0, x, x * 0.1).elements)
print((x * (x .> 0)).sum().item())
let (values, places) = x.topK(2)
print(values.elements, places.elements)
print(x.sorted(axis: 0, descending: true).elements, x.argsort().elements)
print(x.variance(axes: [-1]).shape, x.standardDeviation().item() > 4, x.product().item())
print(x.argmin(axis: 1).elements, x.argmax(axis: -1, keepDimensions: true).shape)
print(oneHot(x.argmax(axis: 1), classes: 3).elements)
print(x.clamped(min: -1, max: 4).elements, x.cumulativeSum(axis: 1).elements)
for part in x.split(into: 3, axis: 1) { print(part.elements) }
print(concatenated([x, x * 10], axis: -1).shape, stacked([x, x], axis: 1).shape)
print(x.padded([[1, 0], [1, 1]], mode: .reflect).shape, x.padded([[0, 1]], mode: .edge).elements)
print(x.rolled(by: 1, axis: 1).elements, x.rotated90().elements, x.tiled([2]).shape, x.repeated(2, axis: 0).shape)
