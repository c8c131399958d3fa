struct Stack<Element> {
  private var items: [Element] = []
  var count: Int { items.count }
  init() {}
  init(_ items: [Element]) { self.items = items }
  mutating func push(_ x: Element) { items.append(x) }
  mutating func pop() -> Element? { items.popLast() }
  func map<U>(_ f: (Element) -> U) -> Stack<U> { Stack<U>(items.map(f)) }
  subscript<T>(_ f: (Element) -> T) -> [T] { items.map(f) }
}
extension Stack where Element: Comparable { var largest: Element? { items.max() } }
extension Stack: ExpressibleByArrayLiteral { init(arrayLiteral elements: Element...) { self.init(elements) } }
var s: Stack = [3, 1, 2]
s.push(9)
print(
  s.count, s.largest!,
  {
    var t = s.map { "\($0)!" }
    return t.pop()!
  }(), s[{ $0 * 2 }])
enum Either<L, R> {
  case left(L)
  case right(R)
  func fold<T>(_ f: (L) -> T, _ g: (R) -> T) -> T {
    switch self {
    case .left(let l): f(l)
    case .right(let r): g(r)
    }
  }
}
let e: [Either<Int, String>] = [.left(1), .right("a")]
print(e.map { $0.fold({ "n\($0)" }, { "s" + $0 }) })
class Cache<Key: Hashable, Value> {
  private var store: [Key: Value] = [:]
  private let make: (Key) -> Value
  var misses = 0
  init(make: @escaping (Key) -> Value) { self.make = make }
  func get(_ key: Key) -> Value {
    if let hit = store[key] { return hit }
    misses += 1
    let value = make(key)
    store[key] = value
    return value
  }
}
let cache = Cache<Int, String> { String(repeating: "*", count: $0) }
print(cache.get(3), cache.get(3), cache.get(1), cache.misses)
func largest<T: Comparable>(_ items: [T]) -> T? { items.max() }
func swapped<A, B>(_ p: (A, B)) -> (B, A) { (p.1, p.0) }
func apply<T, U>(_ x: T, _ f: (T) throws -> U) rethrows -> U { try f(x) }
func compose<A, B, C>(_ f: @escaping (A) -> B, _ g: @escaping (B) -> C) -> (A) -> C { { g(f($0)) } }
print(largest(["a", "c", "b"])!, swapped((1, "x")), apply(3) { $0 + 1 }, compose({ $0 + 1 }, { "\($0)" })(4))
func sum<T: AdditiveArithmetic>(_ items: [T]) -> T { items.reduce(.zero, +) }
func dot<T: Numeric>(_ a: [T], _ b: [T]) -> T { zip(a, b).map(*).reduce(0, +) }
func mean<T: BinaryFloatingPoint>(_ x: [T]) -> T { x.reduce(0, +) / T(x.count) }
func power<T: BinaryInteger>(_ b: T, _ n: Int) -> T { n == 0 ? 1 : b * power(b, n - 1) }
print(
  sum([1, 2, 3]), sum([0.5, 0.25]), dot([1, 2], [3, 4]), dot([1.5], [2]), mean([1.0, 2.0]), power(3, 4),
  power(UInt8(2), 7))
class Base<T> {
  var value: T
  init(_ value: T) { self.value = value }
  func show() -> String { "base \(value)" }
}
class Sub: Base<Int> { override func show() -> String { "sub " + super.show() } }
class Gen<U>: Base<[U]> { var first: U? { value.first } }
print(Sub(4).show(), Gen([7, 8]).first!, Gen(["a"]).show(), Sub(1).value + 1)
