protocol Describable { func describe() -> String }
extension Int: Describable { func describe() -> String { "int \(self)" } }
extension String: Describable { func describe() -> String { "'\(self)'" } }
extension Bool: Describable {}
extension Describable { func describe() -> String { "something" } }
extension Array: Describable where Element: Describable {
  func describe() -> String { "[" + map { $0.describe() }.joined(separator: ", ") + "]" }
}
extension Optional: Describable where Wrapped: Describable {
  func describe() -> String { self?.describe() ?? "nothing" }
}
extension Dictionary: Describable where Key == String, Value: Describable {
  func describe() -> String { keys.sorted().map { "\($0)=\(self[$0].describe())" }.joined(separator: ";") }
}
print(
  [1, 2].describe(), [["a"], []].describe(), Optional(3).describe(), true.describe(), ["k": 1, "j": 2].describe())
let things: [any Describable] = [1, "x", [1, 2], [true], Optional<Int>.none]
print(things.map { $0.describe() })
struct Pair<A, B> { let a: A, b: B }
extension Pair: Equatable where A: Equatable, B: Equatable {}
extension Pair: Hashable where A: Hashable, B: Hashable {}
extension Pair: Comparable where A: Comparable, B: Comparable {
  static func < (l: Pair, r: Pair) -> Bool { l.a == r.a ? l.b < r.b : l.a < r.a }
}
extension Pair where A == B { var swapped: Pair { Pair(a: b, b: a) } }
extension Pair: CustomStringConvertible { var description: String { "<\(a) \(b)>" } }
let p = Pair(a: 1, b: "x")
print(
  p == Pair(a: 1, b: "x"), Set([p, p]).count, p < Pair(a: 1, b: "y"), [Pair(a: 2, b: 1), Pair(a: 1, b: 5)].sorted(),
  Pair(a: 1, b: 2).swapped)
func describeAll<T: Describable>(_ items: T...) -> String { items.map { $0.describe() }.joined(separator: " ") }
print(describeAll(1, 2, 3), describeAll([1], [2]))
print([1, 2] is any Describable, (1 as Any) is Describable, (2.5 as Any) is Describable)
