struct Grid: Sequence {
  let rows: Int, columns: Int
  struct Iterator: IteratorProtocol {
    let grid: Grid
    var index = 0
    mutating func next() -> (row: Int, column: Int)? {
      if index == grid.rows * grid.columns { return nil }
      defer { index += 1 }
      return (index / grid.columns, index % grid.columns)
    }
  }
  func makeIterator() -> Iterator { Iterator(grid: self) }
}
for place in Grid(rows: 2, columns: 2) { print(place.row, place.column) }
for (row, column) in Grid(rows: 1, columns: 2) { print(row + column) }
print(Grid(rows: 2, columns: 3).map { $0.row * 10 + $0.column })

final class Node {
  let value: String
  var next: Node?
  init(_ value: String, _ next: Node? = nil) {
    self.value = value
    self.next = next
  }
}
struct Chain: Sequence {
  var head: Node?
  func makeIterator() -> ChainIterator { ChainIterator(node: head) }
}
struct ChainIterator: IteratorProtocol {
  var node: Node?
  mutating func next() -> String? {
    let value = node?.value
    node = node?.next
    return value
  }
}
let chain = Chain(head: Node("a", Node("b", Node("c"))))
print(chain.joined(separator: "-"), chain.map { $0 + $0 }, chain.sorted(by: >))
var iterator = chain.makeIterator()
while let text = iterator.next() { print(text, terminator: " ") }
print(iterator.next() ?? "end")
final class Counter: IteratorProtocol, Sequence {
  var n = 0
  func next() -> Int? {
    n += 1
    return n > 3 ? nil : n
  }
}
let counter = Counter()
for n in counter { print(n, terminator: ";") }
print(counter.n)
