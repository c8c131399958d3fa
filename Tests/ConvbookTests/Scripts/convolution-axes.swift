import Convbook

// Sequences and volumes, steps and zeros for each axis.
let sound = Tensor([[[1, 2, 3, 5, 8]]])
let filter = Tensor([[[1, 10]]])
print(conv1d(sound, kernel: filter, stride: 2).elements)
print(conv1d(sound, kernel: filter, padding: .same).elements)
print(conv1d(sound, kernel: filter, strides: [2], padding: .zeros(before: [1], after: [0])).elements)
let causal = Padding.zeros(before: [2], after: [0])
print(causal, Padding.same, Padding.zeros(1), causal == Padding.same)
print(conv1d(sound, kernel: filter, padding: causal, dilations: [2]))

let film = Tensor((0..<27).map { Double($0) }, shape: [1, 1, 3, 3, 3])
let cube = Tensor([1, 2, 3, 4, 5, 6, 7, 9], shape: [1, 1, 2, 2, 2])
print(conv3d(film, kernel: cube, bias: Tensor([0.5])))
print(conv3d(film, kernel: cube, strides: [2, 1, 2], padding: .same).shape)

// A transposed convolution is the product with the transposed matrix.
let kernel = Tensor([[1, 2, 0], [0, 1, 4], [2, 0, 3]])
let c = convolutionMatrix(kernel, inputShape: [4, 4])
print(c.shape)
print(c)
let maps = Tensor([[1, 2], [3, 5]])
let spread = convTransposed2d(maps.reshaped([1, 1, 2, 2]), kernel: kernel.reshaped([1, 1, 3, 3]))
print(spread)
print(matmul(c.transposed(), maps.reshaped([4, 1])).reshaped([4, 4]))
print(
  convTransposed2d(
    maps.reshaped([1, 1, 2, 2]), kernel: kernel.reshaped([1, 1, 3, 3]), stride: 2, padding: 1, outputPadding: 1))
print(convTransposed1d(Tensor([[[1, 2]]]), kernel: filter, strides: [3], padding: .same).elements)

// A convolution is a matrix product with columns, and columns go back into the image.
let image = Tensor((1...12).map { Double($0) }, shape: [1, 1, 3, 4])
let columns = im2col(image, size: [2, 3])
print(columns)
print(col2im(columns, imageShape: [1, 1, 3, 4], size: [2, 3]))

// Every channel with filters of its own.
let colours = Tensor([1, 2, 3, 4], shape: [1, 2, 1, 2])
let own = Tensor([1, 10, 100, 1000], shape: [2, 1, 1, 2]).requiringGradient()
let separate = depthwiseConv2d(colours, kernel: own)
print(separate.elements)
separate.sum().backward()
print(own.gradient!.elements)
print(conv1dKernelGradient(Tensor([[[1, 100]]]), input: Tensor([[[2, 3, 4]]]), kernelShape: [1, 1, 2]).elements)

// Symbols, with the lecture's names.
let x = Tensor(symbols: "X", shape: [1, 1, 2, 2])
let f = Tensor(symbols: "F", shape: [1, 1, 2, 2])
print(formulas(convTransposed2d(x, kernel: f), named: "O"))
print(formulas(conv2d(x, kernel: f, padding: 1), named: "O"))
print(convolutionMatrix(Tensor(symbols: "F", shape: [2, 2]), inputShape: [3, 3]))
