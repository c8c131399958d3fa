struct Vector {
  var x = 0.0
  var y = 0.0
  static let zero = Vector()
  static func unit(_ x: Double) -> Vector { Vector(x: x, y: 1) }
  func with(x: Double) -> Vector { Vector(x: x, y: y) }
  var swapped: Vector { Vector(x: y, y: x) }
}
func sum(_ v: Vector) -> Double { v.x + v.y }
print(sum(.zero), sum(.init(x: 1, y: 2)), sum(.unit(3)), sum(.zero.with(x: 5)), sum(.unit(2).with(x: 1).swapped))
let v: Vector = .unit(4).swapped
let list: [Vector] = [.zero, .unit(7).swapped, v]
print(v.x, list.map(\.y))
let area: Double = 2 * .pi * 3
let negative: Double = -.pi / 2
print(area, negative, max(1.5, .pi), area > 2 * .pi)
let limit: Int = .max
print(limit == .max, [1, 2].contains(.max))
