import Interpreter
import Testing

/// What the checker says to wrong types, labels and names: one mistake, one message.
@Suite struct CheckerMessagesTests {
  @Test(arguments: [
    (
      "func area(width: Double, height: Double) -> Double { width * height }\nprint(area(width: 2, heigth: 3))",
      Complaint(
        "incorrect argument label in call (have 'heigth:', expected 'height:')", at: "heigth",
        notes: ["did you mean 'height'?"])
    ),
    (
      "func double(_ n: Int) -> Int { n * 2 }\nlet n = Int(\"4\")\nprint(double(n))",
      Complaint(
        "cannot convert value of type 'Int?' to expected argument type 'Int'", at: "n",
        notes: ["it may be nil: use '??' to give a value for that case, 'if let', or '!'"])
    ),
    (
      "struct Point { var x: Double; var y: Double }\nlet p = Point(1, 2)\nprint(p)",
      Complaint(
        "missing argument label 'x:' in call", at: "1",
        notes: ["labels are part of a function's name: Point(x: x, y: y)"])
    ),
    (
      "struct Point { var x: Double; var y: Double }\nprint(Point(y: 1, x: 2))",
      Complaint("argument 'x' must precede argument 'y'", at: "y", notes: ["it is called as Point(x: x, y: y)"])
    ),
    (
      "enum Shape { case circle(radius: Double), square(Double) }\nlet s = Shape.circle(3)\nprint(s)",
      Complaint("missing argument label 'radius:' in call", at: "3")
    ),
    (
      "let add = { (a: Int, b: Int) in a + b }\nprint(add(1))",
      Complaint("this function takes 2 arguments, but is called with 1", at: "add(1)")
    ),
    (
      "func once(_ n: Int) -> Int { n }\nprint(once(3) { 4 })",
      Complaint("extra argument in call", at: "{ 4 }", notes: ["it is called as once(n)"])
    ),
    (
      "func twice(_ body: () -> Void) { body(); body() }\ntwice()",
      Complaint("missing argument for parameter '#1' in call", at: "twice()", notes: ["it is called as twice(body)"])
    ),
    (
      "func up(_ n: inout Int) { n += 1 }\nvar n = 1\nup(n)",
      Complaint(
        "passing value to an inout parameter requires explicit '&'", at: "n", notes: ["write & before the variable"])
    ),
    (
      "func f(_ n: Int) {}\nvar n = 1\nf(&n)",
      Complaint("'&' used with a parameter that is not inout", at: "&n", notes: ["remove the '&'"])
    ),
    (
      "func up(_ n: inout Double) { n += 1 }\nvar n = 1\nup(&n)",
      Complaint("cannot convert value of type 'Int' to expected argument type 'Double'", at: "&n")
    ),
    (
      "func up(_ n: inout Int) { n += 1 }\nup(&3)",
      Complaint("this value is not a variable and cannot be passed with '&'", at: "3")
    ),
  ])
  func arguments(text: String, complaint: Complaint) {
    #expect(cellComplaints(about: text) == [complaint])
  }

  @Test(arguments: [
    (
      "var name = \"Ada\"\nname = 36\nprint(name)",
      Complaint(
        "cannot convert value of type 'Int' to type 'String'", at: "36", notes: ["put it into text: \"\\(...)\""])
    ),
    (
      "let n = 3\nvar x = 1.5\nx = n\nprint(x)",
      Complaint("cannot convert value of type 'Int' to type 'Double'", at: "n", notes: ["convert it: Double(...)"])
    ),
    (
      "struct P { let x: Int }\nvar p = P(x: 1)\np.x = 2\nprint(p)",
      Complaint(
        "cannot change 'x': it is a 'let' constant", at: "x", notes: ["declare it with 'var' in 'P' to change it"])
    ),
    (
      "let xs = [1, 2]\nxs[0] = 3\nprint(xs)",
      Complaint("cannot change 'xs': it is a 'let' constant", at: "xs", notes: ["declare it with 'var' to change it"])
    ),
    (
      "for i in 0..<3 { i += 1; print(i) }",
      Complaint("cannot change 'i': it is a 'let' constant", at: "i", notes: ["declare it with 'var' to change it"])
    ),
    ("func f() -> Int { 3 }\nf() = 4", Complaint("this value is not a variable and cannot be assigned to", at: "f()")),
    (
      "struct Counter { var n = 0; func up() { n += 1 } }\nvar c = Counter()\nc.up()",
      Complaint("cannot change 'n': 'self' is immutable here", at: "n", notes: ["mark 'up' with 'mutating'"])
    ),
    (
      "struct C { var r = 1.0; var area: Double { r * r } }\nvar c = C()\nc.area = 3\nprint(c)",
      Complaint("cannot assign to 'area': it can only be read", at: "area")
    ),
    (
      "let xs = [1]\nxs.append(2)",
      Complaint("cannot change 'xs': it is a 'let' constant", at: "xs", notes: ["declare it with 'var' to change it"])
    ),
    (
      "func f(_ n: Int) -> Int { n += 1; return n }\nprint(f(1))",
      Complaint("cannot change 'n': a parameter is a constant", at: "n", notes: ["make a copy first: var n = n"])
    ),
    (
      "func show(_ n: Int) { return n }\nshow(3)",
      Complaint(
        "unexpected value in a function that returns nothing", at: "n",
        notes: ["write its type after the parameters: -> Int"])
    ),
    (
      "func first(_ xs: [Int]) -> Int { return xs.first }\nprint(first([1]))",
      Complaint(
        "cannot convert value of type 'Int?' to return type 'Int'", at: "xs.first",
        notes: ["it may be nil: use '??' to give a value for that case, 'if let', or '!'"])
    ),
    (
      "let xs = []\nprint(xs)",
      Complaint(
        "empty collection literal requires an explicit type", at: "[]", notes: ["write the type: let x: [Int] = []"])
    ),
    (
      "let x = nil",
      Complaint("'nil' requires a contextual type", at: "nil", notes: ["write the type: let x: Int? = nil"])
    ),
    ("let a: Int8 = 200\nprint(a)", Complaint("integer literal '200' overflows when stored into 'Int8'", at: "200")),
    (
      "let (a, b) = (1, 2, 3)\nprint(a, b)",
      Complaint("this pattern has 2 names, but the tuple 3 elements", at: "(a, b)")
    ),
  ])
  func values(text: String, complaint: Complaint) {
    #expect(cellComplaints(about: text) == [complaint])
  }

  @Test(arguments: [
    (
      "let n = 3\nlet x = 1.5\nprint(n * x)",
      Complaint(
        "binary operator '*' cannot be applied to operands of type 'Int' and 'Double'", at: "*",
        notes: ["convert one of them: Double(...)"])
    ),
    (
      "let line = \"-\" * 10\nprint(line)",
      Complaint("binary operator '*' cannot be applied to operands of type 'String' and 'Int'", at: "*")
    ),
    (
      "let xs = [1, 2] + 3\nprint(xs)",
      Complaint(
        "binary operator '+' cannot be applied to operands of type '[Int]' and 'Int'", at: "+",
        notes: ["one value is added with + [value], or append(value)"])
    ),
    (
      "let xs = [0] * 10\nprint(xs)",
      Complaint("binary operator '*' cannot be applied to operands of type '[Int]' and 'Int'", at: "*")
    ),
    (
      "let x: Int? = 3\nprint(x + 1)",
      Complaint(
        "binary operator '+' cannot be applied to operands of type 'Int?' and 'Int'", at: "+",
        notes: ["an optional may be nil: use '??', 'if let' or '!' first"])
    ),
    (
      "struct P { var x: Int }\nprint(P(x: 1) == P(x: 1))",
      Complaint(
        "binary operator '==' cannot be applied to two 'P' operands", at: "==",
        notes: ["'P' does not conform to 'Equatable'"])
    ),
    (
      "func largest<T>(_ a: T, _ b: T) -> T { a > b ? a : b }\nprint(largest(1, 2))",
      Complaint(
        "binary operator '>' cannot be applied to two 'T' operands", at: ">",
        notes: ["say what 'T' can do: <T: Comparable>"])
    ),
    (
      "func add<T>(_ a: T, _ b: T) -> T { a + b }\nprint(add(1, 2))",
      Complaint(
        "binary operator '+' cannot be applied to two 'T' operands", at: "+",
        notes: ["say what 'T' can do: <T: Numeric>"])
    ),
    (
      "let x: Int? = 3\nlet y: Int = x ?? \"none\"\nprint(y)",
      Complaint(
        "cannot convert value of type 'String' to expected type 'Int'", at: "\"none\"",
        notes: ["Int(...) reads a number from text; the result is optional"])
    ),
    (
      "let n = 3.5\nfor i in 0..<n { print(i) }",
      Complaint("for-in loop requires a sequence, not a value of type 'Range<Double>'", at: "0..<n")
    ),
    (
      "let x: Int? = 3\nif x { print(1) }",
      Complaint(
        "type 'Int?' cannot be used as a boolean", at: "x",
        notes: ["test whether it has a value: ... != nil, or 'if let'"])
    ),
  ])
  func operators(text: String, complaint: Complaint) {
    #expect(cellComplaints(about: text) == [complaint])
  }

  @Test(arguments: [
    (
      "struct P { var x = 1 }\nlet p: P? = P()\nprint(p.x)",
      Complaint(
        "value of optional type 'P?' must be unwrapped to use 'x'", at: "x",
        notes: ["write '?.x', or unwrap it with 'if let'"])
    ),
    (
      "let xs: [Int]? = [1]\nprint(xs[0])",
      Complaint(
        "value of optional type '[Int]?' must be unwrapped to use a subscript", at: "xs[0]",
        notes: ["write '?' before the bracket, or unwrap it with 'if let'"])
    ),
    (
      "let xs: [Int]? = [1]\nfor x in xs { print(x) }",
      Complaint(
        "for-in loop requires a sequence, not a value of type '[Int]?'", at: "xs",
        notes: ["it may be nil: unwrap it first"])
    ),
    (
      "let n = 3\nprint(n!)",
      Complaint("cannot force unwrap value of non-optional type 'Int'", at: "n!", notes: ["remove the '!'"])
    ),
    (
      "let s = \"a\"\nprint(s?.count)",
      Complaint(
        "cannot use optional chaining on non-optional value of type 'String'", at: "s", notes: ["remove the '?'"])
    ),
    (
      "let n = 3\nif let m = n { print(m) }",
      Complaint(
        "only an optional can be unwrapped with 'let', but this has type 'Int'", at: "n",
        notes: ["the value is never nil, so a plain 'let' is enough"])
    ),
    (
      "func f(_ n: Int) -> Int { n }\nprint(f(nil))",
      Complaint("'nil' cannot be a value of type 'Int'", at: "nil", notes: ["only optionals can be nil: Int?"])
    ),
    (
      "var d = [\"a\": [1, 2]]\nd[\"a\"].append(3)\nprint(d)",
      Complaint(
        "value of optional type '[Int]?' must be unwrapped to use 'append'", at: "append",
        notes: ["write '?.append', or say what stands for a missing key: d[\"a\", default: ...].append"])
    ),
    (
      "let f: (() -> Int)? = { 3 }\nprint(f())",
      Complaint("this function may be nil", at: "f", notes: ["write '?' or '!' before the parentheses"])
    ),
  ])
  func optionals(text: String, complaint: Complaint) {
    #expect(cellComplaints(about: text) == [complaint])
  }

  @Test(arguments: [
    (
      "enum E: Error { case e }\nfunc f() throws -> Int { 1 }\ndo { print(f()) } catch { print(error) }",
      Complaint("call can throw but is not marked with 'try'", at: "f()", notes: ["write 'try' before it"])
    ),
    (
      "enum E: Error { case e }\nfunc f() throws -> Int { 1 }\nfunc g() -> Int { try f() }\nprint(g())",
      Complaint(
        "errors thrown from here are not handled", at: "f()",
        notes: ["mark the function with 'throws', or catch the error with 'do' and 'catch'"])
    ),
    (
      "func f() throws { throw \"bad\" }\ndo { try f() } catch { print(error) }",
      Complaint("thrown expression type 'String' does not conform to 'Error'", at: "\"bad\"")
    ),
    (
      "enum E: Error { case e }\nfunc f() { throw E.e }\nf()",
      Complaint(
        "errors thrown from here are not handled", at: "throw E.e",
        notes: ["mark the function with 'throws', or catch the error with 'do' and 'catch'"])
    ),
    ("let x = 3\nif x > 2 { break }", Complaint("'break' is only allowed inside a loop or switch", at: "break")),
    ("continue", Complaint("'continue' is only allowed inside a loop", at: "continue")),
    (
      "outer: for i in 0..<3 { for j in 0..<3 { if i == j { break outter } } }",
      Complaint(
        "cannot find a loop with the label 'outter' to break", at: "break outter", notes: ["did you mean 'outer'?"])
    ),
  ])
  func errors(text: String, complaint: Complaint) {
    #expect(cellComplaints(about: text) == [complaint])
  }

  @Test(arguments: [
    (
      "let total = 3\nprint(totl)",
      Complaint("cannot find 'totl' in scope", at: "totl", notes: ["did you mean 'total'?"])
    ),
    ("let x = x + 1", Complaint("cannot find 'x' in scope", at: "x")),
    ("let x: Integer = 3\nprint(x)", Complaint("cannot find type 'Integer' in scope", at: "Integer")),
    ("let n = 3\nlet m: n = 4", Complaint("'n' is a variable, not a type", at: "n")),
    (
      "let xs = [1]\nprint(xs.cuont)",
      Complaint("value of type '[Int]' has no member 'cuont'", at: "cuont", notes: ["did you mean 'count'?"])
    ),
    (
      "struct S { var n = 1 }\nprint(S.n)",
      Complaint("'n' belongs to values of type 'S', not to the type itself", at: "n")
    ),
    (
      "struct S { static let n = 1 }\nprint(S().n)",
      Complaint("'n' belongs to the type 'S', not to its values", at: "n", notes: ["write S.n"])
    ),
    (
      "let t = (1, 2)\nprint(t.2)",
      Complaint("value of tuple type '(Int, Int)' has no member '2'", at: "2", notes: ["its elements are .0 to .1"])
    ),
    (
      "let a: Any = \"abc\"\nprint(a.count)",
      Complaint(
        "value of type 'Any' has no member 'count'", at: "count",
        notes: ["it can be anything: 'as?' gives it its type back"])
    ),
    (
      "protocol Shape { var area: Double { get } }\nstruct Circle: Shape { var area: Double { 1 }; var radius = 1.0 }\nlet s: any Shape = Circle()\nprint(s.radius)",
      Complaint(
        "value of type 'any Shape' has no member 'radius'", at: "radius",
        notes: ["only what the protocol asks for is known of it: 'as?' gives it its type back"])
    ),
    (
      "func show<T>(_ x: T) -> Int { x.count }\nprint(show([1]))",
      Complaint(
        "value of type 'T' has no member 'count'", at: "count",
        notes: ["'T' can be any type: say what it can do, <T: ...>"])
    ),
    (
      "let xs = [1]\nprint(xs.count())",
      Complaint(
        "missing argument for parameter 'where' in call", at: "xs.count()",
        notes: ["it is called as count(where: predicate)"])
    ),
    (
      "enum E { case red }\nlet e: E = .blue\nprint(e)",
      Complaint("type 'E' has no member 'blue'", at: "blue", notes: ["its cases are .red"])
    ),
    (
      "enum E { case a }\nprint(E.a())",
      Complaint("the case 'a' carries no values", at: "E.a()", notes: ["remove the parentheses"])
    ),
    (
      "let s = \"abc\"\nprint(s[0])",
      Complaint(
        "a text has no elements by number", at: "s[0]",
        notes: [
          "Array(text)[i] gives the i-th character", "places are made with text.index(text.startIndex, offsetBy: i)",
        ])
    ),
    (
      "func f(_ n: Int) -> Int { 1 }\nfunc f(_ n: Int) -> String { \"\" }\nlet x = f(1)",
      Complaint(
        "it is not clear which 'f' is meant", at: "f",
        notes: ["write the type of the result: one gives 'Int', another 'String'"])
    ),
    (
      "func f(_ n: Int) -> Int { 1 }\nfunc f(_ s: String) -> Int { 2 }\nlet g = f",
      Complaint("'f' has several meanings here", at: "f", notes: ["name its labels: f(_:)"])
    ),
    (
      "func make<T>() -> [T] { [] }\nlet xs = make()\nprint(xs)",
      Complaint(
        "the generic parameter 'T' of 'make' cannot be found from this call", at: "make()",
        notes: ["write the type of the result: let name: Type = ..."])
    ),
    (
      "struct P {}\nfunc largest<T: Comparable>(_ xs: [T]) -> T? { xs.max() }\nprint(largest([P()]) as Any)",
      Complaint("type 'P' does not conform to 'Comparable', which is needed here", at: "P()")
    ),
    ("let n: Int<Double> = 3\nprint(n)", Complaint("generic type 'Int' takes 0 types, but has 1", at: "Int<Double>")),
  ])
  func namesAndMembers(text: String, complaint: Complaint) {
    #expect(cellComplaints(about: text) == [complaint])
  }
}
