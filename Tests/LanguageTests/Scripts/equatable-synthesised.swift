do {
  struct A: Equatable { var n = 1 }
  struct B: Equatable {
    var a = A()
    var xs = [A()]
    var t: A? = nil
    var d = ["a": 1]
  }
  print(B() == B())
}
do {
  struct V: Equatable {
    var f: (Int) -> Int = { $0 }
    var id = 1
    static func == (a: V, b: V) -> Bool { a.id == b.id }
  }
  print(V() == V())
}
do {
  enum E: Hashable {
    case a(Int, String)
    case b([Int])
    case c
  }
  print(E.a(1, "x") == .a(1, "x"), Set([E.c, .c]).count)
}
do {
  struct K: Hashable {
    var a: Int
    var b: String?
  }
  var d: [K: Int] = [:]
  d[K(a: 1, b: nil)] = 2
  print(d.count)
}
do {
  struct V: Comparable {
    var x: Int
    static func < (a: V, b: V) -> Bool { a.x < b.x }
  }
  print(V(x: 1) < V(x: 2), [V(x: 3), V(x: 1)].max()!)
}
do {
  class C: Equatable {
    let n: Int
    init(_ n: Int) { self.n = n }
    static func == (a: C, b: C) -> Bool { a.n == b.n }
  }
  print(C(1) == C(1))
}
do {
  struct Node {
    var value: Int
    var children: [Node] = []
  }
  print(Node(value: 1).children.count)
}
do {
  final class Node { var next: Node? }
  print(Node().next == nil)
}
do {
  struct S { var f: (() -> S)? }
  print(S().f == nil)
}
do {
  indirect enum L {
    case empty
    case cons(Int, L)
  }
  enum T {
    case leaf
    indirect case node(T, T)
  }
  func n(_ l: L) -> Int {
    switch l {
    case .empty: 0
    case .cons(_, let r): 1 + n(r)
    }
  }
  print(n(.cons(1, .cons(2, .empty))))
}
do {
  struct Node {
    var children: [Node] = []
    var parentNames: Set<String> = []
    var byName: [String: Node] = [:]
  }
  final class Box<T> {
    var x: T
    init(_ x: T) { self.x = x }
  }
  struct Chain { var next: Box<Chain>? }
  print(Node().children.count, Chain(next: nil).next == nil)
}
