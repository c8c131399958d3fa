do {
  func f(_ c: Bool) -> Int {
    let x: Int
    if c { x = 1 } else { x = 2 }
    return x
  }
  print(f(true))
}
do {
  func f(_ n: Int) -> Int {
    let x: Int
    switch n {
    case 0: x = 1
    case 1: x = 2
    default: x = 3
    }
    return x
  }
  print(f(0))
}
do {
  func f() -> Int {
    let x: Int
    while true {
      x = 1
      break
    }
    return x
  }
  print(f())
}
do {
  func f() -> Int {
    var x: Int
    while true {
      x = 1
      if x > 0 { break }
    }
    return x
  }
  print(f())
}
do {
  func f() -> Int {
    var x: Int
    repeat { x = 1 } while x > 3
    return x
  }
  print(f())
}
do {
  enum E: Error { case e }
  func g() throws -> Int { 1 }
  func f() -> Int {
    let x: Int
    do { x = try g() } catch { x = 0 }
    return x
  }
  print(f())
}
do {
  enum E: Error { case e }
  func g() throws -> Int { 1 }
  func f() -> Int {
    let x: Int
    do { x = try g() } catch { return 0 }
    return x
  }
  print(f())
}
do {
  func f() -> Int {
    let x: Int
    if true { x = 1 }
    return x
  }
  print(f())
}
do {
  func f() -> Int {
    let x: Int
    outer: while true {
      while true {
        x = 1
        break outer
      }
    }
    return x
  }
  print(f())
}
do {
  func f(_ c: Bool) -> Int {
    let x: Int
    work: do {
      if c {
        x = 1
        break work
      }
      x = 2
    }
    return x
  }
  print(f(true))
}
do {
  for i in 0..<3 {
    let x: Int
    if i == 0 { continue } else { x = i }
    print(x)
  }
}
do {
  for i in 0..<3 {
    let x: Int
    x = i
    print(x)
  }
}
do {
  func f() -> Int {
    let x: Int
    for i in 0..<3 {
      if i == 1 {
        x = i
        return x
      }
    }
    return 0
  }
  print(f())
}
do {
  func f() {
    let x: Int
    for i in 0..<3 {
      if i == 1 {
        x = i
        print(x)
        break
      }
    }
  }
  f()
}
do {
  func f() -> Int {
    let r: Int = {
      let x: Int
      x = 3
      return x
    }()
    return r
  }
  print(f())
}
do {
  func f(_ c: Bool) -> Bool {
    let x: Bool
    x = c && true
    return x || c
  }
  print(f(true))
}
do {
  func f(_ n: Int?) -> Int {
    let x: Int
    switch n {
    case nil: x = 0
    case let m?: x = m
    }
    return x
  }
  print(f(1))
}
do {
  func f(_ n: Int) -> Int {
    var x: Int
    switch n {
    case 0:
      x = 1
      fallthrough
    case 1: x = 2
    default: x = 3
    }
    return x
  }
  print(f(1))
}
do {
  func f() -> Int {
    var a: Int
    var b: Int
    (a, b) = (1, 2)
    return a + b
  }
  print(f())
}
do {
  func f() -> Int {
    var n: Int
    func g() -> Int { n }
    n = 3
    return g()
  }
  print(f())
}
do {
  func f() -> Int {
    let n: Int
    func g() -> Int { n }
    n = 3
    return g()
  }
  print(f())
}
do {
  func f() {
    var x: Int
    defer { print(x) }
    x = 1
  }
  f()
}
do {
  func f() -> Int {
    let x: Int
    x = 3
    let g = { x + 1 }
    return g()
  }
  print(f())
}
