import Interpreter
import Testing

/// What is said to the habits of other languages, and how Swift says it.
@Suite struct HabitMessagesTests {
  @Test(arguments: [
    (
      "let xs = [1, 2, 3]; print(len(xs))",
      Complaint("cannot find 'len' in scope", at: "len", notes: ["Swift asks the collection itself: items.count"])
    ),
    (
      "for i in range(3) { print(i) }",
      Complaint("cannot find 'range' in scope", at: "range", notes: ["a range is written 0..<n in Swift"])
    ),
    (
      "let x = np.zeros((2, 3))",
      Complaint(
        "cannot find 'np' in scope", at: "np",
        notes: ["there is no NumPy here: functions are called by their own names, as in Tensor.zeros([2, 3])"])
    ),
    ("let a = None", Complaint("cannot find 'None' in scope", at: "None", notes: ["Swift writes nil"])),
    ("let a = True", Complaint("cannot find 'True' in scope", at: "True", notes: ["Swift writes true"])),
    ("let a: int = 3", Complaint("cannot find type 'int' in scope", at: "int", notes: ["Swift calls it 'Int'"])),
    (
      "let s = str(3)",
      Complaint("cannot find 'str' in scope", at: "str", notes: ["text is made with String(x) or \"\\(x)\""])
    ),
    (
      "func f() { pass }",
      Complaint("cannot find 'pass' in scope", at: "pass", notes: ["an empty block { } needs no word"])
    ),
    ("let x: String = null", Complaint("cannot find 'null' in scope", at: "null", notes: ["Swift writes nil"])),
    (
      "System.out.println(\"a\")",
      Complaint("cannot find 'System' in scope", at: "System", notes: ["the function is called print"])
    ),
    (
      "let x = math.sqrt(2.0)",
      Complaint(
        "cannot find 'math' in scope", at: "math",
        notes: ["functions like sqrt and exp are called by their own names: sqrt(2)"])
    ),
    (
      "let ys = sorted([2, 1])",
      Complaint(
        "cannot find 'sorted' in scope", at: "sorted", notes: ["Swift asks the collection itself: items.sorted()"])
    ),
    ("let x = pi", Complaint("cannot find 'pi' in scope", at: "pi", notes: ["write Double.pi"])),
    (
      "struct P { var x = 1; func f() -> Int { this.x } }",
      Complaint("cannot find 'this' in scope", at: "this", notes: ["Swift calls it self"])
    ),
    (
      "x = 3",
      Complaint("cannot find 'x' in scope", at: "x", notes: ["a new variable begins with 'let' or 'var': var x = ..."])
    ),
    (
      "Task { print(1) }",
      Complaint("cannot find 'Task' in scope", at: "Task", notes: ["concurrency is not part of Convbook's Swift"])
    ),
  ])
  func names(text: String, complaint: Complaint) {
    #expect(cellComplaints(about: text) == [complaint])
  }

  @Test(arguments: [
    (
      "let xs = [1, 2]; print(xs.length)",
      Complaint("value of type '[Int]' has no member 'length'", at: "length", notes: ["use count"])
    ),
    (
      "var xs = [1]; xs.push(2)",
      Complaint("value of type '[Int]' has no member 'push'", at: "push", notes: ["the method is called append"])
    ),
    (
      "let s = \"a\"; print(s.upper())",
      Complaint("value of type 'String' has no member 'upper'", at: "upper", notes: ["the method is called uppercased"])
    ),
    (
      "let d = [\"a\": 1]; print(d.get(\"a\"))",
      Complaint(
        "value of type '[String : Int]' has no member 'get'", at: "get",
        notes: ["a dictionary gives nil for a missing key: x[key], or x[key, default: 0]"])
    ),
    (
      "let d = [\"a\": 1]; print(d.keys())",
      Complaint(
        "cannot call value of non-function type 'Dictionary<String, Int>.Keys'", at: "keys", notes: ["remove the ()"])
    ),
    (
      "let t = (1, 2); print(t[0])",
      Complaint(
        "value of type '(Int, Int)' has no subscripts", at: "t[0]",
        notes: ["an element of a tuple is written .0, .1, ..."])
    ),
    (
      "print(max([1, 2]))",
      Complaint(
        "missing argument for parameter '#2' in call", at: "max([1, 2])",
        notes: ["an array is asked itself: values.max()"])
    ),
    (
      "for i in 10 { print(i) }",
      Complaint(
        "for-in loop requires a sequence, not a value of type 'Int'", at: "10", notes: ["loop over a range: 0..<10"])
    ),
  ])
  func members(text: String, complaint: Complaint) {
    #expect(cellComplaints(about: text) == [complaint])
  }

  @Test(arguments: [
    (
      "for i in range(3): print(i)",
      Complaint(
        "in Swift a block stands between '{' and '}', without ':'", at: ":", notes: ["for i in 0..<3 { print(i) }"])
    ),
    ("if x > 3: print(x)", Complaint("in Swift a block stands between '{' and '}', without ':'", at: ":")),
    ("while True: print(1)", Complaint("in Swift a block stands between '{' and '}', without ':'", at: ":")),
    (
      "if 1 in xs { print(1) }",
      Complaint("in Swift a collection is asked itself", at: "in", notes: ["values.contains(value)"])
    ),
    ("let d = {\"a\": 1}", Complaint("': 1' cannot stand here", at: ": 1")),
    (
      "a, b = b, a",
      Complaint("in Swift several values are given at once with parentheses", at: "a", notes: ["(a, b) = (b, a)"])
    ),
    (
      "let x, y = 1, 2",
      Complaint("in Swift several values are given at once with parentheses", at: "x", notes: ["(a, b) = (b, a)"])
    ),
    (
      "for i, x in enumerate(xs) { }",
      Complaint(
        "in Swift two names stand in parentheses", at: "i", notes: ["for (index, value) in values.enumerated() { }"])
    ),
    ("for i in 0 to 3 { }", Complaint("a range is written 0..<3 (without 3) or 0...3 (with 3)", at: "to")),
    (
      "try { f() } catch { }",
      Complaint(
        "in Swift errors are caught with 'do' and 'catch'", at: "try", notes: ["do { try f() } catch { print(error) }"])
    ),
    ("assert x == 3", Complaint("in Swift the arguments of a function stand in parentheses: assert(x == 3)", at: "x")),
    (
      "if (x instanceof String) { }",
      Complaint("in Swift the type of a value is asked with 'is'", at: "instanceof", notes: ["x is String"])
    ),
    (
      "print(xs.map({ x: Int in x + 1 }))",
      Complaint("a closure's parameters with types stand in parentheses", at: "x", notes: ["{ (x: Int) in x + 1 }"])
    ),
  ])
  func statements(text: String, complaint: Complaint) {
    #expect(cellComplaints(about: text) == [complaint])
  }

  @Test(arguments: [
    (
      "void f(int x) { }",
      Complaint(
        "in Swift a function begins with 'func', and its result stands after '->'", at: "void",
        notes: ["func area(width: Double, height: Double) -> Double { return width * height }"])
    ),
    (
      "int f(int x) { return x; }",
      Complaint(
        "in Swift a function begins with 'func', and its result stands after '->'", at: "int",
        notes: ["func area(width: Double, height: Double) -> Double { return width * height }"])
    ),
    (
      "class A extends B { }",
      Complaint("in Swift what a class inherits from stands after ':'", at: "extends", notes: ["class A: B { }"])
    ),
    (
      "class A(B) { }",
      Complaint("in Swift what a class inherits from stands after ':'", at: "(", notes: ["class A: B { }"])
    ),
    ("struct P { def f() { } }", Complaint("in Swift a function begins with 'func', not 'def'", at: "def")),
    ("enum E { a, b }", Complaint("the cases of an enum begin with 'case'", at: "a", notes: ["enum E { case a }"])),
    ("class A { A() { } }", Complaint("in Swift an initializer is called 'init'", at: "A", notes: ["init() { }"])),
    (
      "struct P { func f(self) -> Int { 1 } }",
      Complaint("a method knows 'self' without naming it as a parameter", at: "self")
    ),
  ])
  func declarations(text: String, complaint: Complaint) {
    #expect(cellComplaints(about: text) == [complaint])
  }
}
