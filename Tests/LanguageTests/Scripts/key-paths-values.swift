struct Person {
  var name: String
  var age: Int
  var address: Address
}
struct Address {
  var city: String
  var lines: [String]
}
var people = [
  Person(name: "B", age: 3, address: Address(city: "X", lines: ["1"])),
  Person(name: "A", age: 5, address: Address(city: "Y", lines: [])),
]
print(
  people.map(\.name), people.map(\.address.city), people.sorted { $0[keyPath: \.age] > $1[keyPath: \.age] }.map(\.name))
let path = \Person.address.city
print(people[0][keyPath: path])
people[0][keyPath: path] = "Z"
print(people[0].address.city)
let ages: KeyPath<Person, Int> = \.age
let names: WritableKeyPath<Person, String> = \Person.name
people[1][keyPath: names] += "da"
print(people.map { $0[keyPath: ages] }, people[1].name)
extension Sequence {
  func sorted<T: Comparable>(by path: KeyPath<Element, T>) -> [Element] {
    sorted { $0[keyPath: path] < $1[keyPath: path] }
  }
}
print(people.sorted(by: \.age).map(\.name), people.sorted(by: \.name).map(\.age))
func update<Root, Value>(_ root: Root, _ path: WritableKeyPath<Root, Value>, to value: Value) -> Root {
  var copy = root
  copy[keyPath: path] = value
  return copy
}
print(update(people[0], \.age, to: 99).age)
let columns: [(String, KeyPath<Person, Int>)] = [
  ("age", \.age), ("length", \.name.count), ("lines", \.address.lines.count),
]
for (title, column) in columns { print(title, people.map { $0[keyPath: column] }) }
class Model { var weight = 1.0 }
let model = Model()
let weight: ReferenceWritableKeyPath<Model, Double> = \.weight
model[keyPath: weight] = 2.5
print(model.weight, [1: "a"].map(\.value), people.filter(\.address.lines.isEmpty).map(\.name))
