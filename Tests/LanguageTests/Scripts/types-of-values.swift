// Members of a type that is a value: found when the program runs.
class Animal {
  class var kind: String { "animal" }
  static let legs = 4
  static var count = 0
  class func make() -> Animal { Animal() }
  required init() {}
  var description: String { "a \(type(of: self).kind)" }
}
final class Dog: Animal {
  override class var kind: String { "dog" }
  override class func make() -> Animal { Dog() }
}
let animals: [Animal] = [Animal(), Dog()]
for animal in animals {
  print(type(of: animal).kind, type(of: animal), type(of: animal).legs, animal.description)
  print(type(of: animal).make() is Dog, type(of: animal).init() is Dog)
}
type(of: animals[0]).count += 2
print(Animal.count)
let kind = type(of: animals[1])
print(kind == Dog.self, kind == Animal.self, kind.kind, type(of: animals[0]) == type(of: animals[1]))
func make(_ type: Animal.Type) -> Animal { type.init() }
print(make(Dog.self).description, [Animal.self, Dog.self].map { $0.kind })
protocol Shape {
  static var title: String { get }
  static func unit() -> Self
  init()
}
struct Square: Shape {
  static var title: String { "square" }
  static func unit() -> Square { Square() }
}
enum Round: Shape {
  case circle
  static let title = "round"
  static func unit() -> Round { .circle }
  init() { self = .circle }
}
let shapes: [any Shape] = [Square(), Round.circle]
for shape in shapes { print(type(of: shape).title, type(of: shape), type(of: shape).unit(), type(of: shape).init()) }
let types: [any Shape.Type] = [Square.self, Round.self]
for type in types { print(type.title, type.init()) }
func title<T: Shape>(_ value: T) -> String { type(of: value).title }
print(title(Round.circle))
