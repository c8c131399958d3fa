import Convbook

// An operator of one's own, forward and backward, in a small network.
func leaky(_ x: Tensor, slope: Double) -> Tensor {
  customOperator(
    [x], name: "leaky",
    forward: { inputs in
      var y = inputs[0]
      for i in 0..<y.shape[0] where y[i] < 0 { y[i] = slope * y[i] }
      return y
    },
    backward: { dy, inputs in
      var dx = dy
      for i in 0..<dy.shape[0] where inputs[0][i] < 0 { dx[i] = slope * dy[i] }
      return [dx]
    })
}

let x = Tensor([1, -2, 3])
let w = Tensor([2, 2, -1]).requiringGradient()
let b = Tensor([0.5, 0.5, 0.5]).requiringGradient()
let y = leaky(x * w + b, slope: 0.25)
print(y.elements)
(y * Tensor([1, 10, 100])).sum().backward()
print(w.gradient?.elements ?? [], b.gradient?.elements ?? [])

// Two inputs, trailing closures, and a gradient of the gradient.
func weighted(_ a: Tensor, _ b: Tensor) -> Tensor {
  customOperator([a, b]) { inputs in
    inputs[0] * inputs[0] * inputs[1]
  } backward: { dy, inputs in
    [dy * inputs[0] * inputs[1] * 2, dy * inputs[0] * inputs[0]]
  }
}
let p = Tensor([2, 3]).requiringGradient()
let q = Tensor([5, 7]).requiringGradient()
let slopes = gradients(of: weighted(p, q).sum(), at: [p, q], createGraph: true)
print(slopes[0].elements, slopes[1].elements)
print(gradients(of: slopes[0].sum(), at: [p, q]).map { $0.elements })
print(gradcheck({ weighted($0[0], $0[1]) }, inputs: [Tensor([1, 2]), Tensor([3, -4])]).passed)
print(gradcheck({ leaky($0[0], slope: 0.1) }, inputs: [Tensor([1, -2])]).passed)
let wrong = gradcheck(
  { inputs in
    customOperator(inputs, forward: { $0[0] * $0[0] }, backward: { dy, inputs in [dy * inputs[0]] })
  }, inputs: [Tensor([1, -2])])
print(wrong.passed, wrong.maximumRelativeError)
print(computationGraph(of: weighted(p, q).sum()).operators)
