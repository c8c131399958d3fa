import Interpreter
import Testing

/// What the checker says to declarations that do not go together.
@Suite struct DeclarationMessagesTests {
  @Test(arguments: [
    (
      "class A { func f() {} }\nclass B: A { func f() {} }\nB().f()",
      Complaint("'f' takes the place of the one in 'A': write 'override func'", at: "f")
    ),
    (
      "class A { func f() {} }\nclass B: A { override func g() {} }\nB().f()",
      Complaint("'g' overrides nothing: 'A' has no such method", at: "g")
    ),
    (
      "class A { func f() -> Int { 1 } }\nclass B: A { override func f() -> String { \"\" } }\nprint(B().f())",
      Complaint(
        "'f' overrides nothing: 'A' has no such method", at: "f", notes: ["there it is () -> Int, here () -> String"])
    ),
    (
      "class A { init() {} }\nclass B: A { init() { super.init() } }\nprint(B() === B())",
      Complaint("this initializer takes the place of one of 'A': write 'override init'", at: "init")
    ),
    (
      "class A { var n: Int { 1 } }\nclass B: A { var n: Int { 2 } }\nprint(B().n)",
      Complaint("'n' takes the place of the one in 'A': write 'override var'", at: "n: Int")
    ),
    (
      "class A { var n = 1 }\nclass B: A { var n = 2 }\nprint(B().n)",
      Complaint(
        "'n' is a property of 'A' already, and a stored property cannot take its place", at: "n",
        notes: ["give it another value in 'init'"])
    ),
    (
      "struct S { override func f() {} }\nS().f()",
      Complaint("'override' only stands in classes", at: "f", notes: ["remove the 'override'"])
    ),
    (
      "class A { final func f() {} }\nclass B: A { override func f() {} }\nB().f()",
      Complaint("'f' is final in 'A' and cannot be overridden", at: "f")
    ),
    (
      "struct S { class func f() {} }\nS.f()",
      Complaint("'class' members only stand in classes", at: "f", notes: ["write 'static'"])
    ),
    (
      "final class A {}\nclass B: A {}\nprint(B() === B())",
      Complaint("'A' is final and cannot be inherited from", at: "A")
    ),
    (
      "class A {}\nclass B {}\nclass C: A, B {}\nprint(C() === C())",
      Complaint("'C' has a superclass already, 'A'", at: "B", notes: ["a class has one superclass"])
    ),
    ("class A: B {}\nclass B: A {}", Complaint("'B' inherits from itself", at: "A")),
    (
      "protocol P {}\nclass A {}\nclass B: P, A {}\nprint(B() === B())",
      Complaint("the superclass 'A' stands before the protocols", at: "A")
    ),
  ])
  func overrides(text: String, complaint: Complaint) {
    #expect(cellComplaints(about: text) == [complaint])
  }

  @Test(arguments: [
    (
      "struct S { private var n = 1 }\nprint(S().n)",
      Complaint(
        "'n' is private: only 'S' itself can use it", at: "n",
        notes: ["remove 'private' from its declaration to use it here"])
    ),
    (
      "struct S { private(set) var n = 1 }\nvar s = S()\ns.n = 2",
      Complaint("'n' can only be changed inside of 'S'", at: "n")
    ),
    (
      "class S { private init() {} }\nlet s = S()\nprint(s === s)",
      Complaint("the initializer of 'S' is private", at: "S()")
    ),
    (
      "struct S { private var n: Int; var m: Int }\nprint(S(n: 1, m: 2).m)",
      Complaint(
        "'S' cannot be made here: it has private properties", at: "S(n: 1, m: 2)",
        notes: ["write an 'init' for it that is not private"])
    ),
    (
      "func f(_ n: Int) -> Int { 1 }\nfunc f(_ m: Int) -> Int { 2 }\nprint(f(1))",
      Complaint("invalid redeclaration of 'f(_:)'", at: "f")
    ),
    ("struct S {}\nstruct S {}", Complaint("invalid redeclaration of 'S'", at: "S", notes: ["use another name"])),
    (
      "struct S { var n = 1; var n = 2 }",
      Complaint("invalid redeclaration of 'n'", at: "n", notes: ["use another name"])
    ),
    (
      "struct S { func f() {}; func f() {} }",
      Complaint("invalid redeclaration of 'f()'", at: "f", notes: ["use another name"])
    ),
    ("func f(a: Int, a: Int) {}", Complaint("two parameters are called 'a'", at: "a")),
    ("let f = 1\nfunc f() {}", Complaint("invalid redeclaration of 'f'", at: "f", notes: ["use another name"])),
  ])
  func accessAndNames(text: String, complaint: Complaint) {
    #expect(cellComplaints(about: text) == [complaint])
  }

  @Test(arguments: [
    (
      "struct Node { var value: Int; var next: Node? }\nprint(Node(value: 1, next: nil))",
      Complaint(
        "the struct 'Node' contains itself in 'next'", at: "Node",
        notes: ["make it a class, or let it hold an array: [Node]"])
    ),
    (
      "enum List { case empty, cons(Int, List) }\nprint(List.empty)",
      Complaint("the enum 'List' contains itself in 'cons'", at: "List", notes: ["write 'indirect' before 'enum'"])
    ),
    (
      "enum E: Int { case a = 1, b = 1 }\nprint(E.a)",
      Complaint("the raw value of 'b' belongs to another case already", at: "1")
    ),
    (
      "enum E: Int { case a(Int) }\nprint(E.a(1))",
      Complaint("'a' cannot carry values: the cases of 'E' stand for values of type 'Int'", at: "a")
    ),
    (
      "enum E { case a; var n = 1 }\nprint(E.a)",
      Complaint("a stored property can only stand in a struct or class itself", at: "n")
    ),
    (
      "class A { var n = 0; mutating func f() { n += 1 } }\nA().f()",
      Complaint(
        "'mutating' has no place in a class", at: "f",
        notes: ["the methods of a class may always change its properties"])
    ),
    ("struct S { let n: Int { 1 } }", Complaint("a computed property is declared with 'var'", at: "n: Int")),
    ("struct S { var n: Int { set { } } }", Complaint("a property with 'set' also needs 'get'", at: "n: Int")),
    (
      "struct S { lazy let n = 1 }",
      Complaint("a lazy property is not constant until it is used", at: "n", notes: ["write 'lazy var'"])
    ),
    (
      "struct S { var n: Int { get { 1 } didSet { } } }",
      Complaint(
        "'willSet' and 'didSet' belong to stored properties", at: "n: Int", notes: ["write what they do into 'set'"])
    ),
    ("func f(_ n: inout Int = 3) {}", Complaint("the inout parameter 'n' cannot have a default value", at: "n")),
    (
      "func f() rethrows {}",
      Complaint("'rethrows' needs a parameter that is a throwing function", at: "f", notes: ["write 'throws'"])
    ),
  ])
  func contents(text: String, complaint: Complaint) {
    #expect(cellComplaints(about: text) == [complaint])
  }

  @Test(arguments: [
    (
      "protocol Shape { func area() -> Double; func name() -> String }\nstruct Square: Shape { var side = 1.0; func area() -> Double { side * side } }\nprint(Square().area())",
      Complaint(
        "type 'Square' does not conform to protocol 'Shape'", at: "Square", notes: ["it needs 'func name() -> String'"])
    ),
    (
      "protocol Named { var name: String { get set } }\nstruct Dog: Named { let name = \"a\" }\nprint(Dog().name)",
      Complaint(
        "type 'Dog' does not conform to protocol 'Named'", at: "Dog", notes: ["it needs 'var name: String { get set }'"]
      )
    ),
    (
      "protocol Countable { func up() }\nstruct C: Countable { var n = 0; mutating func up() { n += 1 } }\nvar c = C()\nc.up()",
      Complaint("type 'C' does not conform to protocol 'Countable'", at: "C", notes: ["it needs 'func up()'"])
    ),
    (
      "struct A {}\nstruct B: Equatable { var a: A }\nprint(B(a: A()) == B(a: A()))",
      Complaint(
        "type 'B' does not conform to protocol 'Equatable'", at: "B",
        notes: ["'a' has type 'A', which does not conform to 'Equatable'"])
    ),
    (
      "enum E: CaseIterable { case a(Int), b }\nprint(E.allCases.count)",
      Complaint(
        "type 'E' does not conform to protocol 'CaseIterable'", at: "E",
        notes: ["'a' carries values, so that its cases cannot be listed"])
    ),
    (
      "protocol P { func f() { print(1) } }",
      Complaint(
        "what a protocol asks for has no body", at: "f", notes: ["write a default in an extension: extension P { ... }"]
      )
    ),
    ("protocol P {}\nstruct S: P {}\nextension S: P {}\nprint(S())", Complaint("'S' conforms to 'P' already", at: "S")),
    (
      "protocol P {}\nstruct S {}\nlet p: any P = S()\nprint(p)",
      Complaint(
        "cannot convert value of type 'S' to specified type 'any P'", at: "S()", notes: ["'S' does not conform to 'P'"])
    ),
    ("protocol P {}\nlet p = P()", Complaint("'P' is a protocol and has no values of its own", at: "P()")),
  ])
  func protocols(text: String, complaint: Complaint) {
    #expect(cellComplaints(about: text) == [complaint])
  }
}
