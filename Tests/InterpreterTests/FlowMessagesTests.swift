import Interpreter
import Testing

/// What the flow analysis says: values before their use, returns, exhaustive switches, what must not be kept.
@Suite struct FlowMessagesTests {
  @Test(arguments: [
    (
      "func f() -> Int {\n  var n: Int\n  n += 1\n  return n\n}\nprint(f())",
      Complaint("variable 'n' used before being initialized", at: "n", notes: ["give it a value first: n = ..."])
    ),
    (
      "enum L { case a, b, c }\nfunc f(_ l: L) -> Int {\n  var n: Int\n  switch l {\n  case .a: n = 1\n  case .b: n = 2\n  case .c: break\n  }\n  return n\n}\nprint(f(.a))",
      Complaint(
        "variable 'n' used before being initialized", at: "n", notes: ["on some ways to this place 'n' gets no value"])
    ),
    (
      "let x: Int\nfor i in 0..<3 { x = i }\nprint(x)",
      Complaint(
        "cannot change 'x': it is a 'let' constant and may have a value already", at: "x",
        notes: ["declare it with 'var' to change it"])
    ),
    (
      "let x: Int\nx = 1\nx = 2\nprint(x)",
      Complaint(
        "cannot change 'x': it is a 'let' constant and may have a value already", at: "x",
        notes: ["declare it with 'var' to change it"])
    ),
    (
      "func f(_ c: Bool) -> Int {\n  let x: Int\n  if c { x = 1 }\n  x = 2\n  return x\n}\nprint(f(true))",
      Complaint(
        "cannot change 'x': it is a 'let' constant and may have a value already", at: "x",
        notes: ["declare it with 'var' to change it"])
    ),
    (
      "func f() -> Int {\n  var n: Int\n  let g = { n + 1 }\n  n = 2\n  return g()\n}\nprint(f())",
      Complaint(
        "'n' is captured by a closure before it has a value", at: "{ n + 1 }", notes: ["give it a value first: n = ..."]
      )
    ),
    (
      "func f() -> Int {\n  var n: Int\n  func g() -> Int { n }\n  let r = g()\n  n = 3\n  return r\n}\nprint(f())",
      Complaint("'g' uses 'n', which has no value here", at: "g()", notes: ["give it a value first: n = ..."])
    ),
    (
      "func up(_ n: inout Int) { n += 1 }\nfunc f() { var n: Int; up(&n); print(n) }\nf()",
      Complaint("variable 'n' used before being initialized", at: "n", notes: ["give it a value first: n = ..."])
    ),
    (
      "enum E: Error { case e }\nfunc g() throws -> Int { 1 }\nfunc f() -> Int {\n  var r: Int\n  do { r = try g() } catch { print(error) }\n  return r\n}\nprint(f())",
      Complaint(
        "variable 'r' used before being initialized", at: "r", notes: ["on some ways to this place 'r' gets no value"])
    ),
  ])
  func valuesBeforeTheirUse(text: String, complaint: Complaint) {
    #expect(cellComplaints(about: text) == [complaint])
  }

  @Test(arguments: [
    (
      "struct P { var x: Int; var y: Int; init(x: Int) { self.x = x } }\nprint(P(x: 1))",
      Complaint(
        "the initializer ends before 'y' has a value", at: "init",
        notes: ["every property needs a value, in its declaration or on every way through the initializer"])
    ),
    (
      "struct P { var x: Int; var y: Int; init() { x = 1; show(); y = 2 }; func show() { print(x) } }\nprint(P())",
      Complaint("'self' used before 'y' has a value", at: "show")
    ),
    (
      "struct P { var x: Int; var y: Int; init() { x = y; y = 2 } }\nprint(P())",
      Complaint("'y' used before being initialized", at: "y", notes: ["give it a value first: self.y = ..."])
    ),
    (
      "struct P { let x: Int; init() { x = 1; x = 2 } }\nprint(P())",
      Complaint(
        "cannot change 'x': it is a 'let' constant and may have a value already", at: "x",
        notes: ["declare it with 'var' to change it"])
    ),
    (
      "class P { var x: Int; var y = 2 }\nprint(P().x)",
      Complaint("class 'P' has no initializers", at: "P", notes: ["'x' has no initial value"])
    ),
    (
      "class A { var x: Int; init(x: Int) { self.x = x } }\nclass B: A { var y: Int; init(y: Int) { self.y = y } }\nprint(B(y: 1).y)",
      Complaint("'super.init' is not called on every way through the initializer", at: "init")
    ),
    (
      "class A { var x = 1 }\nclass B: A { var y: Int; init(y: Int) { super.init(); self.y = y } }\nprint(B(y: 1).y)",
      Complaint(
        "'super.init' is called before 'y' has a value", at: "super.init()",
        notes: ["give it a value before super.init(...)"])
    ),
    (
      "class A { var x = 1 }\nclass B: A { var y: Int; init(y: Int) { self.x = 2; self.y = y; super.init() } }\nprint(B(y: 1).y)",
      Complaint(
        "'x' belongs to the superclass and has no value before 'super.init'", at: "self.x",
        notes: ["call super.init(...) first"])
    ),
    (
      "enum E { case a, b; init(_ n: Int) { if n > 0 { self = .a } } }\nprint(E(1))",
      Complaint("the initializer ends before 'self' has a value", at: "init", notes: ["assign a case: self = ..."])
    ),
    (
      "struct P { var x: Int; init(x: Int) { self.x = x }; init() { self.x = 1; self.init(x: 2) } }\nprint(P())",
      Complaint("'x' gets a value before 'self.init'", at: "self.init(x: 2)", notes: ["call self.init(...) first"])
    ),
    (
      "struct P { init() { return nil } }\nprint(P())",
      Complaint("only a failable initializer can return nil", at: "return nil")
    ),
  ])
  func initializers(text: String, complaint: Complaint) {
    #expect(cellComplaints(about: text) == [complaint])
  }

  @Test(arguments: [
    (
      "func sign(_ n: Int) -> String {\n  if n < 0 { return \"negative\" } else if n > 0 { return \"positive\" }\n}\nprint(sign(0))",
      Complaint(
        "missing return in 'sign', which is expected to return 'String'", at: "}",
        notes: ["write 'return' and a value at the end of every path"])
    ),
    (
      "let f: (Int) -> Int = { x in\n  if x > 0 { return x }\n}\nprint(f(1))",
      Complaint(
        "missing return in a closure expected to return 'Int'", at: "}",
        notes: ["write 'return' and a value at the end of every path"])
    ),
    (
      "struct Box { var n: Int; var half: Int { if n > 0 { return n / 2 } } }\nprint(Box(n: 4).half)",
      Complaint(
        "missing return in 'half', which is expected to return 'Int'", at: "}",
        notes: ["write 'return' and a value at the end of every path"])
    ),
    (
      "func square(_ x: Int) -> Int {\n  let y = x * x\n}\nprint(square(3))",
      Complaint(
        "missing return in 'square', which is expected to return 'Int'", at: "y", notes: ["write 'return y' at the end"]
      )
    ),
    (
      "func f(_ x: Int?) { guard let x = x else { print(\"no\") }; print(x) }\nf(3)",
      Complaint(
        "'guard' body must not fall through", at: "guard let x = x else { print(\"no\") }",
        notes: ["end it with 'return', 'break', 'continue' or 'throw'"])
    ),
    (
      "func f() -> Never { print(1) }\nf()",
      Complaint(
        "cannot convert value of type '()' to return type 'Never'", at: "print(1)",
        notes: ["a function without '->' gives nothing back"])
    ),
    (
      "func f() -> Int { }\nprint(f())",
      Complaint(
        "missing return in 'f', which is expected to return 'Int'", at: "f",
        notes: ["write 'return' and a value at the end of every path"])
    ),
  ])
  func returns(text: String, complaint: Complaint) {
    #expect(cellComplaints(about: text) == [complaint])
  }

  @Test(arguments: [
    (
      "enum D { case north, south, east, west }\nlet d = D.north\nswitch d {\ncase .north: print(\"n\")\ncase .south: print(\"s\")\n}",
      Complaint("switch must be exhaustive", at: "switch", notes: ["missing cases: .east, .west"])
    ),
    (
      "enum S { case circle(Double), square(Double), empty }\nfunc f(_ s: S) -> Double {\n  switch s {\n  case .circle(let r): return r\n  case .square(let a) where a > 0: return a\n  case .empty: return 0\n  }\n}\nprint(f(.empty))",
      Complaint("switch must be exhaustive", at: "switch", notes: ["missing case: .square"])
    ),
    (
      "func f(_ a: Bool, _ b: Bool) -> Int {\n  switch (a, b) {\n  case (true, true): return 1\n  case (true, false): return 2\n  case (false, true): return 3\n  }\n}\nprint(f(true, true))",
      Complaint("switch must be exhaustive", at: "switch", notes: ["missing case: (false, false)"])
    ),
    (
      "let x: Int? = 3\nswitch x { case .some(let y): print(y) }",
      Complaint("switch must be exhaustive", at: "switch", notes: ["missing case: nil"])
    ),
    (
      "let x: Int? = 3\nswitch x { case nil: print(0); case 1?: print(1) }",
      Complaint("switch must be exhaustive", at: "switch", notes: ["missing case: .some"])
    ),
    (
      "let n = 3\nswitch n { case 0: print(0); case 1...9: print(1) }",
      Complaint("switch must be exhaustive", at: "switch", notes: ["add a 'default:' case"])
    ),
    (
      "enum E { case a, b }\nfunc f(_ e: E, _ x: Int?) -> Int {\n  switch (e, x) {\n  case (.a, _): return 1\n  case (.b, .some): return 2\n  }\n}\nprint(f(.a, nil))",
      Complaint("switch must be exhaustive", at: "switch", notes: ["missing case: (.b, nil)"])
    ),
    (
      "indirect enum T { case leaf, node(T, T) }\nfunc f(_ t: T) -> Int {\n  switch t {\n  case .leaf: return 0\n  case .node(.leaf, _): return 1\n  case .node(.node, .leaf): return 2\n  }\n}\nprint(f(.leaf))",
      Complaint("switch must be exhaustive", at: "switch", notes: ["missing case: .node(.node, .node)"])
    ),
    (
      "enum E { case a(Int), b, c }\nlet e = E.c\nswitch e { case .a(let x), .b: print(x); case .c: print(0) }",
      Complaint("'x' must be named in every pattern of the case", at: ".b")
    ),
    (
      "enum E { case a(Int), b(String), c }\nlet e = E.c\nswitch e { case .a(let x), .b(let x): print(x); case .c: print(0) }",
      Complaint("'x' has type 'Int' in one pattern and 'String' in another", at: "let x")
    ),
    (
      "let n = 3\nswitch n { default: print(1); case 2: print(2) }",
      Complaint("no case can follow 'default'", at: "case")
    ),
    (
      "let n = (1, 2)\nswitch n { case (1, 1): fallthrough; case (let x, 2): print(x); default: print(0) }",
      Complaint("'fallthrough' cannot enter a case that names a value: 'x'", at: "fallthrough")
    ),
    (
      "enum E { case a(x: Int, y: Int), b }\nlet e = E.b\nswitch e { case .a(x: let x, z: let z): print(x, z); case .b: print(3) }",
      Complaint("'.a' has no value called 'z' here", at: "let z", notes: ["it is called 'y'"])
    ),
  ])
  func switches(text: String, complaint: Complaint) {
    #expect(cellComplaints(about: text) == [complaint])
  }

  @Test(arguments: [
    (
      "func f(_ body: () -> Void) -> () -> Void { return body }\nf {}()",
      Complaint(
        "'body' must not be kept: it may only be called while the function runs", at: "body",
        notes: ["write @escaping before its type to keep it"])
    ),
    (
      "var saved: [() -> Void] = []\nfunc f(_ body: () -> Void) { saved.append(body) }\nf {}",
      Complaint(
        "'body' must not be kept: it may only be called while the function runs", at: "body",
        notes: ["write @escaping before its type to keep it"])
    ),
    (
      "func f(_ n: inout Int) -> () -> Void { return { n += 1 } }",
      Complaint(
        "this closure may be kept, but 'n' is only there while the function runs", at: "{ n += 1 }",
        notes: ["make a copy first: let copy = n"])
    ),
    (
      "class A { var n = 1; var f: (() -> Int)?; func g() { f = { n } } }\nA().g()",
      Complaint(
        "'n' needs 'self.' here: the closure may be kept, and keeps the object alive", at: "n", notes: ["write self.n"])
    ),
    (
      "func swapBoth(_ a: inout Int, _ b: inout Int) { let t = a; a = b; b = t }\nvar x = 1\nswapBoth(&x, &x)",
      Complaint(
        "'x' cannot be changed by two arguments at the same time", at: "&x", notes: ["make a copy of one of them first"]
      )
    ),
    (
      "var xs = [1, 2]\nswap(&xs[0], &xs[1])",
      Complaint(
        "'xs' cannot be changed by two arguments at the same time", at: "&xs[1]",
        notes: ["two elements change places with swapAt(i, j)"])
    ),
  ])
  func whatMustNotBeKept(text: String, complaint: Complaint) {
    #expect(cellComplaints(about: text) == [complaint])
  }
}
