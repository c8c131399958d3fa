class Animal { func name() -> String { "animal" } }
final class Dog: Animal { override func name() -> String { "dog" } }
protocol Named { var label: String { get } }
protocol Sized { var size: Int { get } }
struct Box: Named, Sized {
  var label: String
  var size: Int
}
let dogs = [Dog(), Dog()]
let animals: [Animal] = dogs
print(animals.map { $0.name() })
let numbers = [1, 2, 3]
let optional: [Int?] = numbers
let anything: [Any] = numbers
print(optional, anything)
let both: [any Named & Sized] = [Box(label: "a", size: 1), Box(label: "b", size: 2)]
func labels(_ all: [any Named]) -> String { all.map(\.label).joined(separator: " ") }
print(labels(both), (both as [any Sized]).map(\.size), labels([Box(label: "c", size: 3)]))
let counts = ["x": 1]
let values: [String: Any] = counts
print(values, [[1], [2]] as [[Any]])
var copy: [Any] = numbers
copy.append("text")
print(copy, numbers)
