import Convbook

var x = Tensor.arange(1, 13).reshaped([3, 4])
print(x[1, stride(from: 3, through: 0, by: -1)].elements)
print(x[stride(from: 0, to: 3, by: 2), 0].elements)
print(x[[2, 0]].elements)
print(x[0..., [3, 0]].shape, x[[0, 1, 2], [2, 0, 1]].elements)
let rows = [1, 1]
print(x[rows, 2...].elements)
let mask = x .> 9
print(mask.elements, x[mask].elements)
print(x[Tensor([1, 0, 1]), 1].elements)
print(x[.newAxis].shape, x[0..., .newAxis, 1].shape, x[0, .newAxis].elements)
x[mask] = Tensor(0)
x[[0, 1], [0, 1]] = Tensor([100, 200])
x[2, stride(from: 0, to: 4, by: 2)] += Tensor([7, 8])
print(x.elements)
let w = Tensor([1, 2, 3]).requiringGradient()
let steps = stride(from: 2, to: -1, by: -2)
(w[steps] * Tensor([10, 100])).sum().backward()
print(w.gradient!.elements)
func picked(_ t: Tensor, _ index: any TensorIndex) -> [Double] { t[index].elements }
print(picked(w, [2, 2]), picked(w, 1...), picked(w, .newAxis))
