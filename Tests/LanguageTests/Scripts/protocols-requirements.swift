protocol Shape {
  var area: Double { get }
  var name: String { get set }
  init(size: Double)
  static var kinds: Int { get }
  static func make() -> Self
  func scaled(by k: Double) -> Self
  mutating func grow()
  subscript(i: Int) -> Double { get }
}
extension Shape {
  static func make() -> Self { Self(size: 1) }
  var label: String { "\(name): \(area)" }
  func twice() -> Self { scaled(by: 2) }
}
struct Square: Shape {
  var side: Double
  var name = "square"
  init(size: Double) { side = size }
  var area: Double { side * side }
  static var kinds: Int { 1 }
  func scaled(by k: Double) -> Square { Square(size: side * k) }
  mutating func grow() { side += 1 }
  subscript(i: Int) -> Double { side }
}
final class Circle: Shape {
  let radius: Double
  var name: String
  required init(size: Double) {
    radius = size
    name = "circle"
  }
  var area: Double { 3 * radius * radius }
  static let kinds = 2
  func scaled(by k: Double) -> Self { Self(size: radius * k) }
  func grow() { name += "+" }
  subscript(i: Int) -> Double { radius * Double(i) }
}
var shapes: [any Shape] = [Square(size: 2), Circle(size: 1)]
for i in shapes.indices {
  shapes[i].grow()
  shapes[i].name += "!"
}
for shape in shapes { print(shape.label, shape[2]) }
func build<T: Shape>(_ type: T.Type, _ size: Double) -> T {
  var result = T(size: size)
  result.grow()
  return result
}
print(build(Square.self, 3).area, build(Circle.self, 3).name, Square.make().twice().area, T2.total)
enum T2 { static var total: Int { Square.kinds + Circle.kinds } }
func kinds<T: Shape>(of shapes: [T]) -> Int { shapes.count * T.kinds }
print(kinds(of: [Circle(size: 1), Circle(size: 2)]))
