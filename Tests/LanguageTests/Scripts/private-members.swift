do {
  struct S {
    private(set) var n = 1
    mutating func up() { n += 1 }
  }
  var s = S()
  s.up()
  print(s.n)
}
do {
  struct S { fileprivate var n = 1 }
  print(S().n)
}
do {
  struct S {
    private var n = 1
    struct T { func f(_ s: S) -> Int { s.n } }
  }
  print(S.T().f(S()))
}
do {
  func f() {
    struct S { private var n = 1 }
    print(S())
  }
  f()
}
do {
  struct S {
    private static var made = 0
    static func make() -> Int {
      made += 1
      return made
    }
  }
  print(S.make(), S.make())
}
do {
  enum E {
    case a, b
    private var text: String { self == .a ? "A" : "B" }
    var shown: String { text }
  }
  print(E.b.shown)
}
do {
  struct S {
    private var n = 2
    func f(_ xs: [Int]) -> [Int] { xs.map { $0 * n } }
  }
  print(S().f([1]))
}
do {
  struct S: Equatable {
    private var n: Int
    init(_ n: Int) { self.n = n }
    static func == (a: S, b: S) -> Bool { a.n == b.n }
  }
  print(S(1) == S(1))
}
do {
  struct Stack<T> {
    private var items: [T] = []
    mutating func push(_ x: T) { items.append(x) }
    var top: T? { items.last }
  }
  var s = Stack<Int>()
  s.push(3)
  print(s.top!)
}
do {
  struct Tree {
    private final class Node {
      var v: Int
      var next: Node?
      init(_ v: Int) { self.v = v }
    }
    private var root: Node?
    mutating func add(_ v: Int) {
      let n = Node(v)
      n.next = root
      root = n
    }
    var first: Int? { root?.v }
  }
  var t = Tree()
  t.add(3)
  print(t.first!)
}
do {
  final class S {
    static let shared = S()
    private init() {}
    var n = 3
  }
  print(S.shared.n)
}
