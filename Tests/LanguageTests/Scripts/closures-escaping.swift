do {
  func make(_ f: @escaping () -> Int) -> () -> Int { return f }
  print(make { 3 }())
}
do {
  func make(_ f: (() -> Int)?) -> (() -> Int)? { return f }
  print(make { 3 }!())
}
do {
  func a(_ f: () -> Void) { f() }
  func b(_ f: () -> Void) {
    a(f)
    a { f() }
  }
  b { print(1) }
}
do {
  func b(_ f: () -> Int) -> Int {
    let g = [1, 2].map { $0 + f() }
    return g[0]
  }
  print(b { 1 })
}
do {
  func b(_ f: () -> Int) -> Int {
    let g = f
    return g()
  }
  print(b { 1 })
}
do {
  class A {
    var n = 1
    func f() -> [Int] { [1].map { $0 + n } }
  }
  print(A().f())
}
do {
  struct A {
    var n = 1
    func f() -> () -> Int { return { n } }
  }
  print(A().f()())
}
do {
  class A {
    var n = 1
    func f() -> () -> Int { return { [self] in n } }
  }
  print(A().f()())
}
do {
  func make(_ f: (() -> Int)? = nil) -> (() -> Int)? {
    let g = f
    return g
  }
  print(make { 3 }!())
}
do {
  func run(_ f: (Int) -> Int = { $0 }) -> Int { f(1) }
  print(run(), run { $0 + 1 })
}
do {
  struct S {
    var f: (Int) -> Int
    func call(_ x: Int) -> Int { f(x) }
  }
  print(S(f: { $0 + 1 }).call(2), S { $0 * 2 }.call(3))
}
do {
  func compose(_ f: @escaping (Int) -> Int, _ g: @escaping (Int) -> Int) -> (Int) -> Int { { g(f($0)) } }
  print(compose({ $0 + 1 }, { $0 * 2 })(3))
}
do {
  class A {
    var f: (Int) -> Int
    init(f: @escaping (Int) -> Int) { self.f = f }
  }
  print(A { $0 + 1 }.f(2))
}
do {
  class A {
    var n = 1
    var xs = [1, 2]
    func f() -> Int { xs.map { $0 * n }.filter { $0 > n }.count + xs.reduce(0) { $0 + $1 * n } }
    func g() { xs.compactMap { h($0) } }
    func h(_ x: Int) { n += x }
  }
  let a = A()
  a.g()
  print(a.f(), a.n)
}
do {
  class A {
    var w = [3, 1, 2]
    func f() -> [Int] { (0..<3).sorted { w[$0] < w[$1] } }
  }
  print(A().f())
}
do {
  func f(_ n: inout Int) {
    func up() { n += 1 }
    up()
    up()
  }
  var n = 0
  f(&n)
  print(n)
}
do {
  func f(_ xs: inout [Int]) {
    for i in xs.indices { xs[i] += 1 }
    (0..<3).compactMap { xs[0] += $0 }
  }
  var xs = [0, 0, 0]
  f(&xs)
  print(xs)
}
do {
  struct S {
    var n = 0
    mutating func f() { [1, 2].compactMap { n += $0 } }
  }
  var s = S()
  s.f()
  print(s)
}
do {
  func retry(_ n: Int, _ f: () throws -> Int) rethrows -> Int {
    for _ in 0..<n { _ = try f() }
    return try f()
  }
  print(retry(2) { 3 })
}
do {
  func counter() -> () -> Int {
    var n = 0
    return {
      n += 1
      return n
    }
  }
  let c = counter()
  print(c(), c())
}
