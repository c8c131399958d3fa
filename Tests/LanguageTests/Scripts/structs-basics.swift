struct Point {
  var x: Double
  var y = 0.0
  let name: String
  var length: Double { (x * x + y * y).squareRoot() }
  func moved(by dx: Double, _ dy: Double = 0) -> Point { Point(x: x + dx, y: y + dy, name: name) }
  mutating func scale(by factor: Double) {
    x *= factor
    y *= factor
  }
}
var p = Point(x: 3, y: 4, name: "p")
print(p.x, p.y, p.name, p.length)
let q = p.moved(by: 1)
p.scale(by: 2)
p.x += 0.5
print(p.x, p.y, q.x, q.y, Point(x: 1, name: "default").length)
var copy = p
copy.x = -1
print(p.x, copy.x)
var points = [p, q]
points[1].scale(by: 10)
print(points[1].x, q.x, points.map { $0.name })
