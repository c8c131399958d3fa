enum Shape {
  case circle(radius: Double)
  case rectangle(Double, Double)
  case empty
  var area: Double {
    switch self {
    case .circle(let r): return 3 * r * r
    case .rectangle(let w, let h): return w * h
    case .empty: return 0
    }
  }
}
let shapes: [Shape] = [.circle(radius: 2), .rectangle(2, 1.5), .empty]
for shape in shapes { print(shape.area) }
print(shapes[0], shapes[1], shapes[2])
for case .rectangle(let w, _) in shapes { print("width", w) }
if case .circle(radius: let r) = shapes[0], r > 1 { print("big") }
func name(_ shape: Shape) -> String {
  switch shape {
  case .circle(radius: 0..<1): "dot"
  case .circle: "circle"
  case .rectangle(let w, let h) where w == h: "square"
  default: "other"
  }
}
print(shapes.map(name), name(.circle(radius: 0.5)), name(.rectangle(2, 2)))
