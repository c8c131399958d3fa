do {
  class A {
    init() {}
    func f() -> A { self }
    var n: Int { 1 }
  }
  class B: A {
    override init() { super.init() }
    override func f() -> B { self }
    override var n: Int { super.n + 1 }
  }
  print(B().f().n)
}
do {
  class A { var n = 1 }
  class B: A { override var n: Int { didSet { print("set") } } }
  let b = B()
  b.n = 2
}
do {
  class A { func f(_ n: Int) {} }
  class B: A { func f(_ s: String) {} }
  B().f("a")
}
do {
  class A {
    required init() {}
    class func name() -> String { "A" }
    func f(_ x: Int) -> Int { x }
  }
  class B: A {
    required init() { super.init() }
    override class func name() -> String { "B" }
    override func f(_ x: Int) -> Int { super.f(x) + 1 }
  }
  print(B.name(), B().f(1))
}
do {
  class A {
    func f() {}
    var x: Int { 1 }
  }
  final class B: A {
    final override func f() { print("b") }
    override final var x: Int { 2 }
  }
  B().f()
  print(B().x)
}
do {
  class A {
    func f(_ x: Int) { print("int") }
    func f(_ s: String) { print("string") }
  }
  class B: A { override func f(_ x: Int) { print("B int") } }
  B().f(1)
  B().f("a")
}
do {
  class A<T> {
    var x: T
    init(_ x: T) { self.x = x }
    func get() -> T { x }
  }
  class B: A<Int> { override func get() -> Int { x + 1 } }
  print(B(1).get())
}
do {
  class A {
    let n: Int
    init(n: Int) { self.n = n }
    convenience init() { self.init(n: 1) }
  }
  class B: A { override init(n: Int) { super.init(n: n * 2) } }
  print(B().n, B(n: 3).n)
}
do {
  class A { init() {} }
  class B: A {
    override init() { super.init() }
    convenience init(_ n: Int) { self.init() }
  }
  print(B(1) === B(1))
}
do {
  struct S {
    static let n = 1
    let n = 2
    static func f() -> Int { n }
    func f() -> Int { n }
  }
  print(S.f(), S().f())
}
do {
  struct S {
    func f(_ x: Int) -> String { "i" }
    func f(_ x: Double) -> String { "d" }
    func f(x: Int) -> String { "l" }
  }
  print(S().f(1), S().f(1.5), S().f(x: 1))
}
do {
  struct S {
    subscript(i: Int) -> Int { i }
    subscript(s: String) -> String { s }
  }
  print(S()[1], S()["a"])
}
do {
  struct S {
    var x: Double
    init(_ x: Double) { self.x = x }
    init(_ x: Int) { self.x = Double(x) }
    init(x: Int) { self.x = 0 }
  }
  print(S(1), S(1.5), S(x: 1))
}
