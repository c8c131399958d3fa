protocol Named {
  var name: String { get }
  func greet() -> String
}
extension Named {
  func greet() -> String { "I am \(name)" }
  func shout() -> String { greet().uppercased() }
}
struct Cat: Named { let name: String }
struct Dog: Named {
  var name: String
  func greet() -> String { "Woof, \(name)" }
}
let animals: [any Named] = [Cat(name: "Tom"), Dog(name: "Rex")]
for animal in animals { print(animal.greet(), animal.shout()) }
func introduce(_ x: some Named) -> String { x.greet() + "!" }
func introduceAll<T: Named>(_ xs: [T]) -> [String] { xs.map { $0.name } }
print(introduce(Cat(name: "Kit")), introduceAll([Dog(name: "a"), Dog(name: "b")]))
protocol Area { var area: Double { get } }
protocol Scalable { mutating func scale(by k: Double) }
struct Square: Area, Scalable {
  var side: Double
  var area: Double { side * side }
  mutating func scale(by k: Double) { side *= k }
}
func doubled<T: Area & Scalable>(_ x: T) -> Double {
  var y = x
  y.scale(by: 2)
  return y.area
}
print(doubled(Square(side: 1.5)))
