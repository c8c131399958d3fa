protocol Container {
  associatedtype Item
  var count: Int { get }
  mutating func append(_ item: Item)
  subscript(i: Int) -> Item { get }
}
extension Container {
  var last: Item? { count == 0 ? nil : self[count - 1] }
}
extension Container where Item: Equatable {
  func holds(_ item: Item) -> Bool {
    for i in 0..<count { if self[i] == item { return true } }
    return false
  }
}
struct Words: Container {
  var words: [String] = []
  var count: Int { words.count }
  mutating func append(_ item: String) { words.append(item) }
  subscript(i: Int) -> String { words[i] }
}
struct Bag<T>: Container {
  typealias Item = T
  var items: [T] = []
  var count: Int { items.count }
  mutating func append(_ item: T) { items.append(item) }
  subscript(i: Int) -> T { items[i] }
}
extension Array: Container {}
func fill<C: Container>(_ c: inout C, _ item: C.Item, times: Int) {
  for _ in 0..<times { c.append(item) }
}
var words = Words()
words.append("a")
fill(&words, "b", times: 2)
print(words.count, words.last!, words.holds("a"), words.holds("z"))
var bag = Bag<Double>()
fill(&bag, 1.5, times: 3)
print(bag.count, bag.last!, bag.items)
var array = [1, 2]
fill(&array, 3, times: 1)
print(array.holds(3), array.holds(7))
func same<A: Container, B: Container>(_ a: A, _ b: B) -> Bool where A.Item == B.Item, A.Item: Equatable {
  guard a.count == b.count else { return false }
  for i in 0..<a.count where a[i] != b[i] { return false }
  return true
}
print(same(words, ["a", "b", "b"]), same(bag, [1.5]))
let item: Words.Item = "typed"
print(item)
