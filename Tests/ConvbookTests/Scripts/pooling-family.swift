import Convbook

let x = Tensor([[[[1, 7, 3, 4, 0], [5, 6, 2, 9, 8], [4, 4, 1, 0, 3]]]]).requiringGradient()

let (y, indices) = maxPool2dWithIndices(x, size: 2, roundsUp: true)
print(y)
print(indices.elements)
print(maxUnpool2d(y, indices: indices, size: 2, outputSize: [3, 5]))

y.sum().backward()
if let dx = x.gradient { print(dx.elements) }

for countsPadding in [true, false] {
  print(averagePool2d(x, size: [2, 3], strides: [1, 2], padding: [1, 1], countsPadding: countsPadding).elements)
}
print(maxPool2d(x, size: [2, 3], strides: [1, 1], padding: [0, 1]) == maxPool2d(x, size: [2, 3], strides: [1, 1]))
print(adaptiveAveragePool2d(x, size: [2, 2]).elements, adaptiveMaxPool2d(x, size: [1, 2]).elements)
print(globalAveragePool2d(x).item(), globalMaxPool2d(x).item())
print(lpPool2d(x, power: 2, size: 1, stride: 2).elements)
print(maxPool1d(Tensor([[[3, 1, 4, 1, 5]]]), size: 2, padding: 1).elements)
print(averagePool1d(Tensor([[[3, 1, 4, 1, 5]]]), size: 3, stride: 2).elements)

// Squares, or corners: two ways to count between the elements.
let row = Tensor([[[[0, 4]]]])
print(upsampleNearest2d(row, factor: 2).shape, upsampleNearest2d(row, size: [1, 3]).elements)
print(upsampleBilinear2d(row, size: [1, 4]).elements)
print(upsampleBilinear2d(row, size: [1, 5], alignsCorners: true).elements)

let boxes = Tensor([[0, 1, 0, 3, 2], [0, 0, 1, 4, 1]])
print(roiPool(x, boxes: boxes, size: [1, 2]).elements)
print(roiAlign(x, boxes: boxes, size: [1, 2], samples: 2, isAligned: true).elements)

let symbols = averagePool2d(Tensor(symbols: "X", shape: [1, 1, 2, 2]), size: 2)
print(formulas(symbols, named: "O"))
