final class Cache<K: Hashable, V> {
  final class Node {
    let key: K
    var value: V
    var next: Node?
    init(key: K, value: V) {
      self.key = key
      self.value = value
    }
  }
  var map: [K: Node] = [:]
  subscript(k: K) -> V? {
    get { map[k]?.value }
    set { if let newValue { map[k] = Node(key: k, value: newValue) } else { map[k] = nil } }
  }
}
let c = Cache<String, Int>()
c["a"] = 1
c["b"] = 2
c["b"] = nil
print(c["a"] ?? -1, c["b"] ?? -1, c.map["a"]!.key)
struct Graph<Label: Hashable> {
  struct Edge { let from: Label, to: Label, weight: Int }
  enum Visit {
    case done(Label)
    case todo
  }
  var edges: [Edge] = []
  func neighbours(of x: Label) -> [Label] { edges.filter { $0.from == x }.map(\.to) }
  func walk(from start: Label) -> [Label] {
    var seen: Set<Label> = []
    var order: [Label] = []
    func go(_ x: Label) {
      guard seen.insert(x).inserted else { return }
      order.append(x)
      for n in neighbours(of: x) { go(n) }
    }
    go(start)
    return order
  }
}
var g = Graph<String>()
for (a, b) in [("a", "b"), ("b", "c"), ("a", "d"), ("d", "a")] { g.edges.append(.init(from: a, to: b, weight: 1)) }
print(g.walk(from: "a"), Graph<Int>.Visit.done(3), Graph<Int>.Edge(from: 1, to: 2, weight: 3))
protocol Visitor {
  associatedtype Result
  func visit(_ n: Int) -> Result
  func visit(_ s: String) -> Result
}
struct Printer: Visitor {
  func visit(_ n: Int) -> String { "n\(n)" }
  func visit(_ s: String) -> String { "s" + s }
}
struct Measure: Visitor {
  func visit(_ n: Int) -> Int { n }
  func visit(_ s: String) -> Int { s.count }
}
enum Item {
  case number(Int)
  case text(String)
  func accept<V: Visitor>(_ v: V) -> V.Result {
    switch self {
    case .number(let n): v.visit(n)
    case .text(let s): v.visit(s)
    }
  }
}
let items: [Item] = [.number(4), .text("hey")]
print(items.map { $0.accept(Printer()) }, items.map { $0.accept(Measure()) }.reduce(0, +))
func memoize<A: Hashable, B>(_ f: @escaping ((A) -> B, A) -> B) -> (A) -> B {
  var store: [A: B] = [:]
  func call(_ x: A) -> B {
    if let known = store[x] { return known }
    let made = f(call, x)
    store[x] = made
    return made
  }
  return call
}
let fib: (Int) -> Int = memoize { rec, n in n < 2 ? n : rec(n - 1) + rec(n - 2) }
print(fib(60))
