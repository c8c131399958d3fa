import Convbook

let (value, slopes) = valueAndGradients(of: { ($0[0] * $0[1]).sum() }, at: [Tensor([1, 2]), Tensor([10, 100])])
print(value.item(), slopes.map { $0.elements })
let result = valueAndGradients(of: { exp($0[0]).sum() }, at: [Tensor([0, 1])])
print(result.value.isClose(to: exp(Tensor([0, 1])).sum()), result.gradients[0].isClose(to: exp(Tensor([0, 1]))))

let x = Tensor([1, 2, 3]).requiringGradient()
print(gradients(of: x * x, at: [x], upstream: Tensor([1, 10, 100]))[0].elements)

// A Hessian times a vector, without the Hessian.
let f = (x * x * x).sum() + (x[0..<1] * x[1..<2]).sum()
let slope = gradients(of: f, at: [x], createGraph: true)[0]
let product = gradients(of: (slope * Tensor([1, 10, 100])).sum(), at: [x])[0]
print(slope.elements, product.elements)

// x⁴ and its three derivatives.
var derivative = x * x * x * x
for _ in 0..<3 {
  derivative = gradients(of: derivative.sum(), at: [x], createGraph: true)[0]
  print(derivative.elements)
}

// What an operator kept is not what is overwritten later.
func overwrite(_ t: inout Tensor) {
  t[0] = 50
  t[1...] = Tensor([60, 70])
  t *= 2
}
var w = Tensor([1, 10, 100])
var h = x * 2
let before = w * h * h
overwrite(&w)
h[1] = 7
let after = h * h
overwrite(&h)
(before + after).sum().backward()
print(w.elements, h.elements)
print(x.gradient?.elements ?? [])
print(computationGraph(of: (x[0..<1] + 5) * x[1..<2]))
