infix operator >>> : AdditionPrecedence
func >>> <A, B, C>(f: @escaping (A) -> B, g: @escaping (B) -> C) -> (A) -> C { { x in g(f(x)) } }
infix operator |> : AdditionPrecedence
func |> <A, B>(x: A, f: (A) -> B) -> B { f(x) }
let increment = { (x: Int) in x + 1 }
let square: (Int) -> Int = { $0 * $0 }
print((increment >>> square)(3), (square >>> increment >>> String.init)(3))
print(5 |> increment |> square |> { "<\($0)>" })
print((({ $0 + 1 } >>> { $0 * 2 }) as (Int) -> Int)(3))
struct Vector: Equatable {
  var x = 0.0
  static let zero = Vector()
  static func + (a: Vector, b: Vector) -> Vector { Vector(x: a.x + b.x) }
}
print([Vector(x: 1), Vector(x: 2)].reduce(.zero, +).x, [Vector]().reduce(.zero) { $0 + $1 } == .zero)
