struct LinearRegression {
  var weight: Double = 0
  var bias: Double = 0
  let learningRate: Double

  init(learningRate: Double) { self.learningRate = learningRate }

  func predict(_ x: Double) -> Double { weight * x + bias }

  func loss(xs: [Double], ys: [Double]) -> Double {
    zip(xs, ys).map { (x, y) in
      let e = predict(x) - y
      return e * e
    }.reduce(0, +) / Double(xs.count)
  }

  mutating func step(xs: [Double], ys: [Double]) {
    var dw = 0.0
    var db = 0.0
    let n = Double(xs.count)
    for (x, y) in zip(xs, ys) {
      let error = predict(x) - y
      dw += 2 * error * x / n
      db += 2 * error / n
    }
    weight -= learningRate * dw
    bias -= learningRate * db
  }
}

let xs = [1.0, 2, 3, 4, 5]
let ys = xs.map { 3 * $0 + 2 }
var model = LinearRegression(learningRate: 0.02)
for epoch in 1...2000 {
  model.step(xs: xs, ys: ys)
  if epoch % 500 == 0 {
    print("epoch \(epoch): loss = \(model.loss(xs: xs, ys: ys))")
  }
}
func rounded(_ x: Double, _ places: Int) -> Double {
  var p = 1.0
  for _ in 0..<places { p *= 10 }
  return (x * p).rounded() / p
}
print("w =", rounded(model.weight, 3), "b =", rounded(model.bias, 3))
print(model.predict(10).rounded())
