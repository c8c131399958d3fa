do {
  func f() -> Int { if true { return 1 } }
  print(f())
}
do {
  func f() -> Int {
    var i = 0
    while true {
      i += 1
      if i > 3 { return i }
    }
  }
  print(f())
}
do {
  func f() -> Int {
    var i = 0
    while true {
      i += 1
      if i > 3 { return i }
    }
  }
  print(f())
}
do {
  func f() -> Int {
    var i = 0
    repeat {
      i += 1
      if i > 3 { return i }
    } while true
  }
  print(f())
}
do {
  func f() -> Int {
    for i in 0..<3 { if i == 2 { return i } }
    fatalError("no")
  }
  print(f())
}
do {
  func fail() -> Never { fatalError("x") }
  func f(_ n: Int) -> Int {
    if n > 0 { return 1 }
    fail()
  }
  print(f(1))
}
do {
  func fail() -> Never { fatalError("x") }
  func f(_ n: Int?) -> Int {
    guard let n else { fail() }
    return n
  }
  print(f(1))
}
do {
  for i in 0..<3 {
    guard i > 0 else { continue }
    print(i)
  }
}
do {
  func f(_ n: Int?) -> Int {
    guard let n else { while true {} }
    return n
  }
  print(f(1))
}
do {
  func f(_ n: Int?, _ b: Bool) -> Int {
    guard let n else {
      switch b {
      case true: return 1
      case false: return 2
      }
    }
    return n
  }
  print(f(1, true))
}
do {
  func g() throws {}
  func f(_ n: Int?) -> Int {
    guard let n else {
      do {
        try g()
        return 1
      } catch { return 2 }
    }
    return n
  }
  print(f(1))
}
do {
  func f(_ c: Bool) -> Int {
    a: if c {
      if c { break a }
      return 1
    }
    return 2
  }
  print(f(true))
}
do {
  func f(_ n: Int) -> Int {
    switch n {
    case 0: break
    default: return 1
    }
    return 2
  }
  print(f(0))
}
do {
  func f(_ a: Bool, _ b: Bool) -> Int {
    if a { if b { return 1 } else { return 2 } } else if b { return 3 } else { return 4 }
  }
  print(f(true, true))
}
do {
  func f(_ a: Bool) -> Int { if a { 1 } else { 2 } }
  print(f(true))
}
do {
  func f(_ a: Int) -> String {
    switch a {
    case 0: "zero"
    case 1: if a > 0 { "one" } else { "none" }
    default: "many"
    }
  }
  print(f(1))
}
do {
  enum E: Error { case e }
  func f(_ n: Int) throws -> Int { if n > 0 { return n } else { throw E.e } }
  print(try f(1))
}
do {
  func f(_ n: Int) -> Int {
    switch n {
    case 0: return 1
    default: preconditionFailure("no")
    }
  }
  print(f(0))
}
do {
  func f() -> Never { while true {} }
  print(1)
}
do {
  func f() -> Never { f() }
  print(1)
}
do {
  enum E: Error { case a, b }
  func g() throws -> Int { 1 }
  func f() -> Int { do { return try g() } catch E.a { return 1 } catch E.b { return 2 } catch { return 3 } }
  print(f())
}
do {
  enum E: Error { case a, b }
  func g() throws -> Int { 1 }
  func f() throws -> Int { do { return try g() } catch E.a { return 1 } }
  print(try f())
}
do {
  func f(_ xs: [Int?]) -> Int {
    var t = 0
    for x in xs {
      guard let x else { break }
      t += x
    }
    return t
  }
  print(f([1, 2, nil, 3]))
}
do {
  func f(_ n: Int) -> String {
    work: do {
      if n > 0 { break work }
      return "no"
    }
    return "yes"
  }
  print(f(1), f(0))
}
do {
  let f = { (n: Int) -> String in
    switch n {
    case 0: return "zero"
    default: return "more"
    }
  }
  print(f(0))
}
do {
  let f: (Int) -> String = { n in if n > 0 { return "p" } else { return "n" } }
  print(f(1))
}
do {
  let f: (Int) -> Int = { n in
    var n = n
    while true {
      n += 1
      if n > 10 { return n }
    }
  }
  print(f(1))
}
do {
  enum D: Int {
    case a = 1
    case b
    var next: D {
      switch self {
      case .a: return .b
      case .b: return .a
      }
    }
  }
  print(D.a.next)
}
do {
  enum E: Error { case e }
  func f() throws -> Int { throw E.e }
  print((try? f()) as Any)
}
do {
  func f() {
    func g() -> Int { while true {} }
    print("ok")
  }
  f()
}
