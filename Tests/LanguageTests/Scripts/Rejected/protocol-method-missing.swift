protocol Shape {
  func area() -> Double
  func name() -> String
}
struct Square: Shape {
  var side = 1.0
  func area() -> Double { side * side }
}
print(Square().area())
