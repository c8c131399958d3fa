protocol Monoid {
  static var empty: Self { get }
  static func <> (a: Self, b: Self) -> Self
}
infix operator <> : AdditionPrecedence
extension Int: Monoid {
  static let empty = 0
  static func <> (a: Int, b: Int) -> Int { a + b }
}
extension String: Monoid {
  static var empty: String { "" }
  static func <> (a: String, b: String) -> String { a + b }
}
extension Array: Monoid {
  static var empty: [Element] { [] }
  static func <> (a: [Element], b: [Element]) -> [Element] { a + b }
}
func fold<M: Monoid>(_ items: [M]) -> M { items.reduce(.empty) { $0 <> $1 } }
print(fold([1, 2, 3]), fold(["a", "b"]), fold([[1], [2, 3]]), 1 <> 2)
protocol Storage {
  associatedtype Key: Hashable
  associatedtype Value
  subscript(key: Key) -> Value? { get set }
  var count: Int { get }
}
struct Dict<K: Hashable, V>: Storage {
  private var d: [K: V] = [:]
  subscript(key: K) -> V? {
    get { d[key] }
    set { d[key] = newValue }
  }
  var count: Int { d.count }
}
func fill<S: Storage>(_ s: inout S, _ pairs: [(S.Key, S.Value)]) where S.Key: Comparable {
  for (k, v) in pairs.sorted(by: { $0.0 < $1.0 }) { s[k] = v }
}
var d = Dict<String, Int>()
fill(&d, [("b", 2), ("a", 1)])
print(d.count, d["a"] ?? 0, d["z"] ?? -1)
protocol Animal {
  var name: String { get }
  init(name: String)
}
extension Animal { static func pair(_ a: String, _ b: String) -> [Self] { [Self(name: a), Self(name: b)] } }
struct Cat: Animal, Equatable { let name: String }
print(Cat.pair("x", "y").map(\.name), Cat.pair("x", "y") == [Cat(name: "x"), Cat(name: "y")])
protocol Plugin {
  var id: Int { get }
  func run(_ x: Int) -> Int
}
extension Plugin { func run(_ x: Int) -> Int { x + id } }
struct Add: Plugin { let id = 1 }
struct Double2: Plugin {
  let id = 2
  func run(_ x: Int) -> Int { x * 2 }
}
let plugins: [Plugin] = [Add(), Double2(), Add()]
print(plugins.reduce(5) { $1.run($0) }, plugins.map(\.id), plugins.filter { $0 is Add }.count)
extension Collection where Element: Numeric { var total: Element { reduce(0, +) } }
extension Collection {
  func chunked(_ n: Int) -> [[Element]] {
    var r: [[Element]] = []
    var c: [Element] = []
    for e in self {
      c.append(e)
      if c.count == n {
        r.append(c)
        c = []
      }
    }
    if !c.isEmpty { r.append(c) }
    return r
  }
}
print([1, 2, 3].total, [0.5, 0.25].total, (1...7).chunked(3), "abcd".chunked(2).map { String($0) })
extension Int {
  var isPrime: Bool { self > 1 && !(2..<self).contains { self % $0 == 0 } }
  func times(_ f: (Int) -> Void) { for i in 0..<self { f(i) } }
  mutating func double() { self *= 2 }
}
3.times { print($0, terminator: " ") }
var n = 4
n.double()
print(n, (1...20).filter(\.isPrime))
extension Optional where Wrapped == Int { var orZero: Int { self ?? 0 } }
extension Dictionary where Value: Comparable { var best: Key? { self.max { $0.value < $1.value }?.key } }
print(Int("x").orZero, Int("5").orZero, ["a": 1, "b": 3].best ?? "")
func check<T: Equatable>(_ a: T, _ b: T) -> String { a == b ? "same" : "different" }
func check<T>(_ a: T, _ b: T) -> String { "unknown" }
struct Plain {}
print(check(1, 1), check("a", "b"), check(Plain(), Plain()))
