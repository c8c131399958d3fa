protocol Ring {
  static var zero: Self { get }
  static var one: Self { get }
  init(small: Int)
  static func + (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func += (a: inout Self, b: Self)
  static prefix func - (a: Self) -> Self
}
extension Int: Ring {
  static var one: Int { 1 }
  init(small: Int) { self = small }
}
extension Double: Ring {
  static var one: Double { 1 }
  init(small: Int) { self = Double(small) }
}
struct Mod7: Ring {
  var v: Int
  static var zero: Mod7 { Mod7(v: 0) }
  static var one: Mod7 { Mod7(v: 1) }
  init(v: Int) { self.v = v }
  init(small: Int) { v = small % 7 }
  static func + (a: Mod7, b: Mod7) -> Mod7 { Mod7(v: (a.v + b.v) % 7) }
  static func * (a: Mod7, b: Mod7) -> Mod7 { Mod7(v: (a.v * b.v) % 7) }
  static func += (a: inout Mod7, b: Mod7) { a = a + b }
  static prefix func - (a: Mod7) -> Mod7 { Mod7(v: (7 - a.v) % 7) }
}
func dot<R: Ring>(_ a: [R], _ b: [R]) -> R {
  var s = R.zero
  for (x, y) in zip(a, b) { s += x * y }
  return s
}
func power<R: Ring>(_ x: R, _ n: Int) -> R { n == 0 ? .one : x * power(x, n - 1) }
struct Poly<R: Ring> {
  var c: [R]
  func callAsFunction(_ x: R) -> R { c.reversed().reduce(R.zero) { $0 * x + $1 } }
}
print(dot([1, 2, 3], [4, 5, 6]), dot([1.5], [2.0]), dot([Mod7(small: 5)], [Mod7(small: 3)]))
print(power(3, 4), power(0.5, 2), power(Mod7(small: 3), 6).v)
print(Poly(c: [1, 2, 3])(2), Poly(c: [0.5, 1])(2), -Mod7(small: 2))
func neg<R: Ring>(_ x: R) -> R { -x + R(small: 1) }
print(neg(4), neg(2.5))
