do {
  struct P {
    let x: Int
    let y: Int
    init(_ c: Bool) {
      if c {
        x = 1
        y = 2
      } else {
        x = 3
        y = 4
      }
    }
  }
  print(P(true))
}
do {
  struct P {
    var x: Int
    var y: Int
    init() { self = P(x: 1, y: 2) }
    init(x: Int, y: Int) {
      self.x = x
      self.y = y
    }
  }
  print(P())
}
do {
  struct P {
    var x: Int
    init(x: Int) { self.x = x }
    init() { self.init(x: 3) }
  }
  print(P())
}
do {
  struct P {
    var x: Int
    var y = 2
    init() {
      x = 1
      double()
    }
    mutating func double() { x *= 2 }
  }
  print(P())
}
do {
  struct P {
    var x: Int
    init(_ c: Bool) {
      x = 1
      if c { return }
      x = 2
    }
  }
  print(P(true))
}
do {
  enum E: Error { case e }
  struct P {
    var x: Int
    init(_ n: Int) throws {
      guard n > 0 else { throw E.e }
      x = n
    }
  }
  print(try P(1))
}
do {
  struct P {
    var x: Int
    init(_ n: Int) { if n > 0 { x = n } else { fatalError("no") } }
  }
  print(P(1))
}
do {
  struct P {
    var x: Int
    var y: Int
    init() {
      x = 1
      y = x + 1
    }
  }
  print(P())
}
do {
  class A {
    var x: Int
    init(x: Int) { self.x = x }
  }
  class B: A {
    var y: Int
    init(y: Int) {
      self.y = y
      super.init(x: y)
      self.x += 1
    }
  }
  print(B(y: 1).x)
}
do {
  class A {
    var x: Int
    init() { x = 1 }
  }
  class B: A {
    var y: Int
    init(y: Int) { self.y = y }
  }
  print(B(y: 1).x)
}
do {
  class A {
    var x: Int
    init(x: Int) { self.x = x }
    convenience init() {
      self.init(x: 3)
      x += 1
    }
  }
  print(A().x)
}
do {
  enum E {
    case a, b
    init(_ n: Int) { if n > 0 { self = .a } else { self = .b } }
  }
  print(E(1))
}
do {
  struct P {
    var x: Int?
    let y: Int
    init() { y = 1 }
  }
  print(P())
}
do {
  struct P {
    var xs: [Int]
    init() {
      xs = []
      for i in 0..<3 { xs.append(i) }
    }
  }
  print(P())
}
do {
  struct P {
    var x: Int
    var y: Int
    init() { (x, y) = (1, 2) }
  }
  print(P())
}
do {
  struct S {
    let f: (Int) -> Int
    init(k: Int) { f = { $0 * k } }
  }
  print(S(k: 3).f(2))
}
do {
  struct S {
    let n: Int
    init?(_ s: String) {
      guard let n = Int(s) else { return nil }
      self.n = n
    }
  }
  print(S("4")!.n, S("x") == nil ? "nil" : "some")
}
do {
  struct S {
    let n: Int
    init(_ c: Character) {
      switch c {
      case "a": n = 1
      case "b": n = 2
      default: n = 0
      }
    }
  }
  print(S("b").n)
}
do {
  struct S {
    var m: [[Int]]
    init(n: Int) {
      m = Array(repeating: Array(repeating: 0, count: n), count: n)
      for i in 0..<n { m[i][i] = 1 }
    }
  }
  print(S(n: 2).m)
}
do {
  struct S {
    var a: Int
    init() {
      func g() -> Int { 3 }
      a = g()
    }
  }
  print(S().a)
}
do {
  class A {
    let x: Int
    init(x: Int) { self.x = x }
  }
  class B: A {
    let y: Int
    init(x: Int, y: Int) {
      self.y = y
      super.init(x: x)
    }
  }
  class C: B {
    let z: Int
    override init(x: Int, y: Int) {
      z = x + y
      super.init(x: x, y: y)
      print("made", z)
    }
  }
  print(C(x: 1, y: 2).z)
}
do {
  class A {
    let n: Int
    init?(n: Int) {
      if n < 0 { return nil }
      self.n = n
    }
  }
  print(A(n: -1) == nil, A(n: 1)!.n)
}
do {
  enum E: Error { case bad }
  class A {
    let n: Int
    init(n: Int) throws {
      if n < 0 { throw E.bad }
      self.n = n
    }
  }
  print((try? A(n: -1)) == nil, try! A(n: 1).n)
}
