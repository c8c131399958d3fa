do {
  func f(_ a: Bool, _ b: Bool) -> Int {
    switch (a, b) {
    case (true, true): return 1
    case (true, false): return 2
    case (false, _): return 3
    }
  }
  print(f(true, true))
}
do {
  enum A { case x, y }
  func f(_ a: A, _ b: A) -> Int {
    switch (a, b) {
    case (.x, .x): 1
    case (.y, .y): 2
    case (.x, .y), (.y, .x): 3
    }
  }
  print(f(.x, .y))
}
do {
  enum T {
    indirect case node(T, T)
    case leaf(Bool)
  }
  func f(_ t: T) -> Int {
    switch t {
    case .leaf(true): return 1
    case .leaf(false): return 2
    case .node(.leaf, _): return 3
    case .node(.node, .leaf): return 4
    case .node(.node, .node): return 5
    }
  }
  print(f(.leaf(true)))
}
do {
  enum S {
    case a(Bool, Int?)
    case b
  }
  func f(_ s: S) -> Int {
    switch s {
    case .a(true, nil): 1
    case .a(false, nil): 2
    case .a(_, .some(let n)): n
    case .b: 4
    }
  }
  print(f(.b))
}
do {
  enum A { case x, y }
  func f(_ a: A?) -> Int {
    switch a {
    case .x: 1
    case .y: 2
    case nil: 3
    }
  }
  print(f(.x))
}
do {
  enum A { case x, y }
  func f(_ a: A?) -> Int {
    switch a {
    case .x?: 1
    case .y?: 2
    case .none: 3
    }
  }
  print(f(.x))
}
do {
  func f(_ a: Bool??) -> Int {
    switch a {
    case nil: 0
    case .some(nil): 1
    case .some(.some(true)): 2
    case .some(.some(false)): 3
    }
  }
  print(f(true))
}
do {
  func f(_ n: Int) -> Int {
    switch n {
    case 0: return 0
    case let m: return m
    }
  }
  print(f(1))
}
do {
  func f(_ n: Int, _ m: Int) -> Int {
    switch (n, m) {
    case (0, 0): return 0
    case (let a, 0): return a
    case (0, let b): return b
    case (let a, let b): return a + b
    }
  }
  print(f(1, 2))
}
do {
  switch () {
  case (): print(1)
  }
}
do {
  class A {}
  let a = A()
  switch a {
  case is A: print(1)
  }
}
do {
  func f(_ n: Int) -> Int {
    switch n {
    case let x as Int: return x
    }
  }
  print(f(1))
}
do {
  enum E {
    case a(Int)
    case b
  }
  func f(_ e: E) -> Int {
    switch e {
    case .a(let n) where n > 0: return n
    case .a: return 0
    case .b: return 1
    }
  }
  print(f(.b))
}
do {
  enum E { case a, b }
  func f(_ e: E) -> Int {
    switch e {
    case .a: return 1
    case .b: return 2
    case .a: return 3
    }
  }
  print(f(.b))
}
do {
  enum E { case a, b }
  func f(_ e: E) -> Int {
    switch e {
    case .a: return 1
    case .b: return 2
    default: return 3
    }
  }
  print(f(.b))
}
do {
  func f(_ n: Int) -> Int {
    let x =
      switch n {
      case 0: 1
      case 1: 2
      default: fatalError("x")
      }
    return x
  }
  print(f(1))
}
do {
  enum E {
    case a(Int)
    case b(Int)
    case c(x: Int, y: Int)
  }
  func f(_ e: E) -> Int {
    switch e {
    case .a(let n), .b(let n), .c(x: let n, y: _): return n
    }
  }
  print(f(.a(1)), f(.b(2)), f(.c(x: 3, y: 4)))
}
do {
  func f(_ n: Int) -> String {
    var s = ""
    switch n {
    case 1:
      s += "one "
      fallthrough
    case 2:
      s += "two "
      fallthrough
    default: s += "more"
    }
    return s
  }
  print(f(1), f(2), f(3))
}
do {
  enum E { case a(x: Int, y: Int) }
  func f(_ e: E) -> Int {
    switch e {
    case .a(let p, let q): return p + q
    }
  }
  print(f(.a(x: 1, y: 2)))
}
do {
  func f(_ b: Bool?) -> Int {
    switch b {
    case true: 1
    case false: 2
    case nil: 3
    }
  }
  print(f(true), f(nil))
}
do {
  enum A { case x, y, z }
  func f(_ a: A, _ b: A, _ c: Bool) -> Int {
    switch (a, b, c) {
    case (.x, _, true): 1
    case (_, .y, false): 2
    case (.y, _, _), (.z, _, _): 3
    case (.x, .x, false), (.x, .z, false): 4
    }
  }
  print(f(.x, .z, false))
}
do {
  enum R<T> {
    case ok(T)
    case bad(String)
  }
  func f(_ r: R<Int>) -> String {
    switch r {
    case .ok(let n): return "\(n)"
    case .bad(let s): return s
    }
  }
  print(f(.ok(1)))
}
do {
  func f(_ s: String?) -> Int {
    switch s {
    case "a"?: 1
    case "b": 2
    case nil: 3
    default: 4
    }
  }
  print(f("a"), f(nil), f("z"))
}
