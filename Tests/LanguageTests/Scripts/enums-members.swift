enum Light: CaseIterable {
  case red, green, yellow
  static let first = Light.red
  var next: Light {
    switch self {
    case .red: .green
    case .green: .yellow
    case .yellow: .red
    }
  }
  mutating func advance() { self = next }
  func after(_ n: Int) -> Light { n == 0 ? self : next.after(n - 1) }
  init(_ letter: Character) {
    switch letter {
    case "r": self = .red
    case "g": self = .green
    default: self = .yellow
    }
  }
  init?(number: Int) {
    guard Light.allCases.indices.contains(number) else { return nil }
    self = Light.allCases[number]
  }
  static func random(_ n: Int) -> Light { allCases[n % allCases.count] }
  subscript(i: Int) -> Light { after(i) }
}
var light = Light("g")
light.advance()
print(
  light, light.next, light.after(5), Light.first, Light(number: 1)!, Light(number: 9) == nil, Light.random(7), light[2])
enum Shape: Equatable, Hashable {
  case circle(radius: Double)
  case rectangle(width: Double, height: Double)
  case empty
  static func square(_ side: Double) -> Shape { .rectangle(width: side, height: side) }
  static let unit: Shape = .square(1)
  var area: Double {
    switch self {
    case .circle(let radius): 3 * radius * radius
    case .rectangle(let w, let h): w * h
    case .empty: 0
    }
  }
}
let shapes: [Shape] = [.circle(radius: 2), .rectangle(width: 3, height: 1), .square(2), .empty, .unit]
for shape in shapes { print(shape, shape.area) }
print(
  shapes[0] == .circle(radius: 2), Set(shapes + shapes).count, shapes.contains(.empty),
  Shape.rectangle(width: 1, height: 1) == .unit)
enum Priority: Comparable {
  case low
  case mid(Int)
  case high
}
print(Priority.low < .high, [Priority.high, .mid(3), .low, .mid(1)].sorted(), Priority.mid(1) > .mid(2))
indirect enum Expr {
  case number(Int)
  case add(Expr, Expr)
  case multiply(Expr, Expr)
  var value: Int {
    switch self {
    case .number(let n): n
    case .add(let a, let b): a.value + b.value
    case .multiply(.number(0), _), .multiply(_, .number(0)): 0
    case .multiply(let a, let b): a.value * b.value
    }
  }
}
let e = Expr.add(.number(2), .multiply(.number(3), .number(4)))
print(e.value, e)
enum Tree<T: Comparable> {
  case leaf
  indirect case node(Tree<T>, T, Tree<T>)
  func inserting(_ x: T) -> Tree<T> {
    switch self {
    case .leaf: return .node(.leaf, x, .leaf)
    case .node(let l, let v, let r): return x < v ? .node(l.inserting(x), v, r) : .node(l, v, r.inserting(x))
    }
  }
  var sorted: [T] {
    switch self {
    case .leaf: []
    case .node(let l, let v, let r): l.sorted + [v] + r.sorted
    }
  }
}
var tree = Tree<Int>.leaf
for x in [5, 2, 8, 1] { tree = tree.inserting(x) }
print(tree.sorted)
let makers: [(Double) -> Shape] = [Shape.circle, Shape.square]
print(makers.map { $0(1).area }, [1.0, 2].map(Shape.circle(radius:)))
if case .rectangle(let w, _) = shapes[1], w > 2 { print("wide", w) }
