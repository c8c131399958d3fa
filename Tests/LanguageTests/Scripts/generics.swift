func swapped<A, B>(_ pair: (A, B)) -> (B, A) { (pair.1, pair.0) }
func largest<T: Comparable>(_ xs: [T]) -> T? {
  guard var best = xs.first else { return nil }
  for x in xs where x > best { best = x }
  return best
}
print(swapped((1, "a")), largest([3, 9, 2])!, largest(["b", "a"])!, largest([Double]()) == nil)
struct Stack<Element> {
  private var items: [Element] = []
  var count: Int { items.count }
  mutating func push(_ x: Element) { items.append(x) }
  mutating func pop() -> Element? { items.popLast() }
  func mapped<U>(_ f: (Element) -> U) -> Stack<U> {
    var result = Stack<U>()
    for x in items { result.push(f(x)) }
    return result
  }
}
var s = Stack<Int>()
s.push(1)
s.push(2)
var t = s.mapped { "n\($0)" }
print(s.count, t.pop()!, t.count, s.pop()!, s.pop()!, s.pop() == nil)
extension Array where Element == Double {
  var mean: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }
}
extension Array where Element: Equatable {
  func positions(of x: Element) -> [Int] { indices.filter { self[$0] == x } }
}
print([1.0, 2, 6].mean, [1, 2, 1].positions(of: 1))
func compose<A, B, C>(_ f: @escaping (A) -> B, _ g: @escaping (B) -> C) -> (A) -> C { { g(f($0)) } }
print(compose({ (x: Int) in Double(x) / 2 }, { "<\($0)>" })(3))
