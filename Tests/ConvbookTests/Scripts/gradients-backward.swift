import Convbook

let x = Tensor([1, 2, 3]).requiringGradient()
let w = Tensor([0.5, -1, 2]).requiringGradient()
let loss = square(x * w - 1).sum()
loss.backward()
print(loss.item())
if let dx = x.gradient, let dw = w.gradient { print(dx.elements, dw.elements) }
let again = (x * x).sum()
again.backward()
print(x.gradient?.elements ?? [])
let found = gradients(of: exp(x * 0.1).sum(), at: [x])
print(found[0].isClose(to: exp(x * 0.1) * 0.1))
let plain = Tensor([1, 2])
print(plain.gradient == nil)
let y = relu(Tensor([[-1, 2], [3, -4]]).requiringGradient())
print(y.elements)
