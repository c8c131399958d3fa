enum Shape {
  case circle(radius: Double)
  case square(Double)
}
let s = Shape.circle(3)
print(s)
