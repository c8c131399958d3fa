class Layer {
  let name: String
  init(name: String) { self.name = name }
  func forward(_ x: Double) -> Double { x }
  var summary: String { "\(name): \(forward(1))" }
  deinit { print("gone", name) }
}
class Scale: Layer {
  var factor: Double
  init(factor: Double) {
    self.factor = factor
    super.init(name: "scale")
  }
  override func forward(_ x: Double) -> Double { super.forward(x) * factor }
}
final class Shift: Layer {
  convenience init() { self.init(name: "shift") }
  override func forward(_ x: Double) -> Double { x + 1 }
  override var summary: String { "<" + super.summary + ">" }
}
let layers: [Layer] = [Layer(name: "plain"), Scale(factor: 3), Shift()]
for layer in layers { print(layer.summary) }
print(layers.reduce(2) { x, layer in layer.forward(x) })
if let scale = layers[1] as? Scale { print("factor", scale.factor) }
print(layers[0] is Scale, layers[2] is Layer, (layers[0] as? Shift) == nil)
do {
  let short = Scale(factor: 1)
  print(short.name)
}
print("end")
