struct Settings {
  var name = "none"
  let size: Int
  var tags: [String] = []
  let fixed = 7
  var note: String?
  var twice: Int { size * 2 }
}
print(Settings(size: 1))
print(Settings(name: "a", size: 2, tags: ["x"], note: "n"))
print(Settings(size: 3, note: "only").twice)
struct Point { var x = 0, y = 0 }
print(Point(), Point(x: 1), Point(y: 2), Point(x: 3, y: 4))
extension Point {
  init(diagonal d: Int) { self.init(x: d, y: d) }
  init(_ pair: (Int, Int)) { (x, y) = pair }
}
print(Point(diagonal: 5), Point((6, 7)))
struct Temperature {
  var celsius: Double
  init(celsius: Double) { self.celsius = celsius }
  init(fahrenheit: Double) { self.init(celsius: (fahrenheit - 32) / 1.8) }
  init() { self = Temperature(celsius: 20) }
}
print(Temperature(fahrenheit: 212), Temperature().celsius)
var p = Point(x: 1, y: 1)
let makers: [(Int, Int) -> Point] = [Point.init(x:y:), { Point(x: $1, y: $0) }]
print(makers.map { $0(8, 9) })
p = .init(x: 10, y: 20)
print(p)
