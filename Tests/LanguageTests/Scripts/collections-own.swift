struct Countdown: Sequence, IteratorProtocol {
  var n: Int
  mutating func next() -> Int? {
    n -= 1
    return n < 0 ? nil : n
  }
}
for (i, x) in Countdown(n: 3).enumerated() { print(i, x) }
print(zip(Countdown(n: 3), ["a", "b"]).map { "\($0)\($1)" }, Countdown(n: 4).lazy.map { $0 * 2 }.first { $0 < 5 }!)
print(
  Array(Countdown(n: 3)), Countdown(n: 3).sorted(), Countdown(n: 5).prefix(2).map { $0 }, Set(Countdown(n: 2)).count)
struct Ring: Collection {
  let items: [String]
  var startIndex: Int { 0 }
  var endIndex: Int { items.count }
  func index(after i: Int) -> Int { i + 1 }
  subscript(i: Int) -> String { items[i % items.count] }
}
let ring = Ring(items: ["x", "y", "z"])
for s in ring { print(s, terminator: " ") }
print(
  ring.count, ring.first!, ring.isEmpty, ring.map { $0 + "!" }, ring[4], ring.firstIndex(of: "y")!, ring.contains("z"),
  Array(ring.prefix(2)), Array(ring.dropFirst()), ring.enumerated().map { $0.offset })
struct Queue<T> {
  var items: [T] = []
  mutating func push(_ x: T) { items.append(x) }
  mutating func pop() -> T? { items.isEmpty ? nil : items.removeFirst() }
}
var q = Queue<Int>()
q.push(1)
q.push(2)
print(q.pop()!, q.pop()!, q.pop() as Any)
func average<C: Collection>(_ xs: C) -> Double where C.Element == Double {
  xs.isEmpty ? 0 : xs.reduce(0, +) / Double(xs.count)
}
print(average([1, 2, 3]), average([1.0, 2, 3][1...]), average(Set([4.0])))
func middle<C: RandomAccessCollection>(_ xs: C) -> C.Element? {
  xs.isEmpty ? nil : xs[xs.index(xs.startIndex, offsetBy: xs.count / 2)]
}
print(middle([1, 2, 3])!, middle([5, 6, 7, 8][1...])!, middle(0..<9)!)
func evens<S: Sequence>(_ s: S) -> [Int] where S.Element == Int { s.filter { $0.isMultiple(of: 2) } }
print(evens(0..<5), evens([1, 2]), evens(Set([2])), evens(stride(from: 0, to: 9, by: 3)))
extension Collection where Element: Numeric { func total() -> Element { reduce(0, +) } }
print([1, 2].total(), [1.5][...].total(), (1...3).total())
extension Array where Element == Int { var mean: Double { Double(reduce(0, +)) / Double(count) } }
print([1, 2].mean)
extension Sequence {
  func each(_ n: Int) -> [Element] { enumerated().filter { $0.offset % n == 0 }.map { $0.element } }
}
print([1, 2, 3, 4, 5].each(2), "abcd".each(3))
extension String { func leftPad(_ n: Int) -> String { String(repeating: " ", count: Swift.max(0, n - count)) + self } }
print("[\("ab".leftPad(4))]")
extension Dictionary where Value == Int { func top() -> Key? { self.max { $0.value < $1.value }?.key } }
print(["a": 1, "b": 3].top()!)
