class Shape {
  var name: String
  let sides: Int
  init(name: String, sides: Int) {
    self.name = name
    self.sides = sides
    print("shape", name)
  }
  convenience init(sides: Int) {
    self.init(name: "polygon", sides: sides)
    name += "-\(sides)"
  }
  required init() {
    name = "point"
    sides = 0
  }
}
class Square: Shape {
  var edge = 1.0
  init(edge: Double) {
    self.edge = edge
    super.init(name: "square", sides: 4)
    name = name.uppercased()
  }
  required init() {
    super.init(name: "default", sides: 4)
    edge = 9
  }
}
class Tile: Square {
  var color = "red" + "dish"
}
let s = Square(edge: 2)
print(s.name, s.sides, s.edge)
let p = Shape(sides: 5)
print(p.name, p.sides)
print(Shape().name, Square().edge)
let t = Tile(edge: 3)
print(t.name, t.color, t.edge, Tile().name)
func make<T: Shape>(_ type: T.Type) -> T { type.init() }
print(make(Square.self).name, make(Shape.self).name)
