struct Vector: Equatable {
  var x, y: Double
  static func + (a: Vector, b: Vector) -> Vector { Vector(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: Vector, b: Vector) -> Vector { a + -b }
  static prefix func - (a: Vector) -> Vector { Vector(x: -a.x, y: -a.y) }
  static func * (k: Double, a: Vector) -> Vector { Vector(x: k * a.x, y: k * a.y) }
  static func * (a: Vector, k: Double) -> Vector { k * a }
  static func * (a: Vector, b: Vector) -> Double { a.x * b.x + a.y * b.y }
  static func += (a: inout Vector, b: Vector) { a = a + b }
  static func *= (a: inout Vector, k: Double) { a = a * k }
  static func < (a: Vector, b: Vector) -> Bool { a * a < b * b }
}
var v = Vector(x: 1, y: 2)
let w = Vector(x: 3, y: -1)
print(v + w, v - w, -v, 2 * v, v * 3, v * w, v == w, v != w, v < w)
v += w
v *= 0.5
print(v)
print([v, w].reduce(Vector(x: 0, y: 0), +), [w, v].sorted(by: <).map(\.x), zip([v], [w]).map(*))
infix operator ** : MultiplicationPrecedence
func ** (base: Double, exponent: Int) -> Double { (0..<exponent).reduce(1) { r, _ in r * base } }
print(2.0 ** 10, 1 + 2.0 ** 3)
prefix operator √
prefix func √ (x: Double) -> Double { x.squareRoot() }
print(√16, 1 + √9)
postfix operator %
postfix func % (x: Double) -> Double { x / 100 }
print(50%)
extension Vector {
  static func ** (a: Vector, n: Int) -> Vector { Vector(x: a.x ** n, y: a.y ** n) }
  static func == (a: Vector, k: Double) -> Bool { a.x == k && a.y == k }
}
print(w ** 2, w == 3.0)
extension Array where Element == Double {
  static func * (a: [Double], k: Double) -> [Double] { a.map { $0 * k } }
  static func + (a: [Double], b: Double) -> [Double] { a.map { $0 + b } }
}
print([1.0, 2.0] * 3, [1.0] + 2.0, [1.0] + [2.0])
extension Bool { static func ^^ (a: Bool, b: Bool) -> Bool { a != b } }
infix operator ^^ : LogicalConjunctionPrecedence
print(true ^^ false, true ^^ true)
