struct Stack<Element>: Sequence {
  private var items: [Element] = []
  mutating func push(_ item: Element) { items.append(item) }
  func makeIterator() -> StackIterator<Element> { StackIterator(items: items) }
}
struct StackIterator<T>: IteratorProtocol {
  var items: [T]
  mutating func next() -> T? { items.popLast() }
}
var stack = Stack<Int>()
for i in 1...4 { stack.push(i * i) }
for item in stack { print(item) }
func total<S: Sequence>(_ items: S) -> Int where S.Element == Int {
  var sum = 0
  for item in items { sum += item }
  return sum
}
print(total(stack), total([1, 2]), total(1...3), total(Set([5])))
func pairs<A: Sequence, B: Sequence>(_ a: A, _ b: B) -> [String] where A.Element == B.Element, A.Element: Comparable {
  var result: [String] = []
  for (x, y) in zip(a, b) { result.append(x < y ? "<" : "-") }
  return result
}
print(pairs(stack, [20, 1, 5]))
func first<S: Sequence>(of items: S) -> S.Element? {
  var iterator = items.makeIterator()
  return iterator.next()
}
print(first(of: stack) ?? 0)
extension Sequence where Element: Hashable {
  func unique() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
print([1, 2, 1, 3, 2].unique(), "hello".unique(), stack.unique())
extension Sequence where Element == Int {
  var product: Int { reduce(1, *) }
}
print((1...5).product, [2, 3].product, stack.product)
struct Every<Base: Sequence>: Sequence {
  let base: Base
  let step: Int
  struct Iterator: IteratorProtocol {
    var inner: Base.Iterator
    let step: Int
    mutating func next() -> Base.Element? {
      let result = inner.next()
      for _ in 1..<step { _ = inner.next() }
      return result
    }
  }
  func makeIterator() -> Iterator { Iterator(inner: base.makeIterator(), step: step) }
}
print(Array(Every(base: stack, step: 2)), Every(base: Every(base: stack, step: 1), step: 3).map { $0 + 1 })
