protocol Shape {
  var name: String { get }
  func area() -> Double
  func perimeter() -> Double
}
extension Shape {
  var name: String { String(describing: type(of: self)) }
  func describe() -> String {
    "\(name): area \(area()), perimeter \(perimeter())"
  }
}
struct Circle: Shape {
  let radius: Double
  func area() -> Double { Double.pi * radius * radius }
  func perimeter() -> Double { 2 * .pi * radius }
}
struct Rectangle: Shape {
  var width, height: Double
  func area() -> Double { width * height }
  func perimeter() -> Double { 2 * (width + height) }
}
struct Square: Shape {
  private var rect: Rectangle
  var side: Double {
    get { rect.width }
    set {
      rect.width = newValue
      rect.height = newValue
    }
  }
  init(side: Double) { rect = Rectangle(width: side, height: side) }
  var name: String { "Nice square" }
  func area() -> Double { rect.area() }
  func perimeter() -> Double { rect.perimeter() }
}
struct Triangle: Shape {
  let a, b, c: Double
  func perimeter() -> Double { a + b + c }
  func area() -> Double {
    let s = perimeter() / 2
    return (s * (s - a) * (s - b) * (s - c)).squareRoot()
  }
}
var sq = Square(side: 2)
sq.side *= 1.5
let shapes: [Shape] = [Circle(radius: 1), Rectangle(width: 2, height: 3.5), sq, Triangle(a: 3, b: 4, c: 5)]
for shape in shapes { print(shape.describe()) }
let total = shapes.reduce(0) { $0 + $1.area() }
print("Total area: \(total)")
let largest = shapes.max { $0.area() < $1.area() }
print(largest?.name ?? "none")
let rects = shapes.compactMap { $0 as? Rectangle }
print(rects)
print(shapes.filter { $0 is Circle }.count)
func printAll<S: Shape>(_ list: [S]) {
  for shape in list { print(shape.name, terminator: ";") }
  print()
}
printAll([Circle(radius: 2), Circle(radius: 3)])
for case let c as Circle in shapes { print("circle", c.radius) }
