/// What `:doc` says about the words and signs that the language itself is made of: a sentence or two, and an example.
package enum LanguageGuide {
  struct Entry {
    var text: String
    /// Runs as it is.
    var example: String
  }

  /// A keyword, operator or built-in type by its name.
  static func entry(_ name: String) -> Entry? {
    (keywords[name] ?? operators[name] ?? types[name]).map { Entry(text: $0.0, example: $0.1) }
  }

  package static var names: [String] { [keywords, operators, types].flatMap(\.keys) }

  package static func example(of name: String) -> String { entry(name)?.example ?? "" }

  static let keywords: [String: (String, String)] = [
    "let": ("Names a value that never changes afterwards.", "let rate = 0.5\nprint(rate)"),
    "var": ("Names a value that may be changed.", "var total = 1\ntotal += 2\nprint(total)"),
    "func": (
      "Declares a function. Labels are part of its name; `_` stands for no label.",
      "func scaled(_ x: Double, by factor: Double) -> Double { x * factor }\nprint(scaled(2, by: 3))"
    ),
    "return": (
      "Leaves the function, with its result.", "func twice(_ x: Int) -> Int { return 2 * x }\nprint(twice(4))"
    ),
    "if": (
      "Runs a block where a condition is true. `if let` also unwraps an optional.",
      "if let number = Int(\"12\"), number > 10 { print(\"large\") }"
    ),
    "else": ("Begins what runs where the condition was false.", "if 1 > 2 { print(\"yes\") } else { print(\"no\") }"),
    "guard": (
      "Leaves the block early unless a condition holds. What `guard let` binds is known below it, and the `else` block "
        + "must leave with `return`, `throw`, `break` or `continue`.",
      "func half(_ text: String) -> Int {\n  guard let number = Int(text) else { return 0 }\n  return number / 2\n}\n"
        + "print(half(\"8\"))"
    ),
    "for": ("Runs a block once for each element of a sequence.", "for i in 0..<3 where i != 1 { print(i) }"),
    "in": (
      "Stands before the sequence of a loop, and after the parameters of a closure.", "[1, 2].forEach { x in print(x) }"
    ),
    "where": ("Adds a condition to a loop, a case or a generic type.", "for x in [1, 2, 3] where x > 1 { print(x) }"),
    "while": ("Repeats a block as long as a condition is true.", "var n = 3\nwhile n > 0 { n -= 1 }\nprint(n)"),
    "repeat": (
      "Runs a block once, and again as long as the condition behind it is true.",
      "var n = 1\nrepeat { n *= 2 } while n < 10\nprint(n)"
    ),
    "switch": (
      "Chooses a block by comparing a value with patterns. Every possible value needs a case.",
      "switch 7 {\ncase 0: print(\"zero\")\ncase 1...9: print(\"one digit\")\ndefault: print(\"more\")\n}"
    ),
    "case": (
      "Begins a pattern of a `switch`, or declares a case of an `enum`. `if case` tests one pattern.",
      "enum Side { case left, right }\nif case .left = Side.left { print(\"left\") }"
    ),
    "default": (
      "Takes the values that no other case of a `switch` takes.",
      "switch 3 {\ncase 1: print(1)\ndefault: print(\"other\")\n}"
    ),
    "break": ("Leaves the loop or `switch` around it.", "for i in 0... {\n  if i == 3 { break }\n  print(i)\n}"),
    "continue": ("Goes on with the next round of a loop.", "for i in 0..<3 {\n  if i == 1 { continue }\n  print(i)\n}"),
    "fallthrough": (
      "Goes on with the block of the next case.",
      "switch 1 {\ncase 1: fallthrough\ncase 2: print(\"one or two\")\ndefault: break\n}"
    ),
    "defer": (
      "Runs a block when the scope around it is left.", "do {\n  defer { print(\"last\") }\n  print(\"first\")\n}"
    ),
    "struct": (
      "Declares a type of values with properties and methods. A copy is independent of the original.",
      "struct Point { var x = 0.0, y = 0.0 }\nvar p = Point(x: 1, y: 2)\nlet q = p\np.x = 5\nprint(q.x)"
    ),
    "enum": (
      "Declares a type with a fixed set of cases, which may carry values.",
      "enum Shape { case circle(radius: Double), empty }\nlet s = Shape.circle(radius: 2)\nif case .circle(let r) = s { print(r) }"
    ),
    "class": (
      "Declares a type of objects. Variables refer to an object, so a change is seen through all of them.",
      "final class Counter { var count = 0 }\nlet a = Counter(), b = a\nb.count += 1\nprint(a.count)"
    ),
    "protocol": (
      "Declares what types that conform to it can do.",
      "protocol Named { var name: String { get } }\nstruct Dog: Named { let name = \"Rex\" }\nprint(Dog().name)"
    ),
    "extension": ("Adds members to a type.", "extension Int { var squared: Int { self * self } }\nprint(5.squared)"),
    "init": (
      "Declares how a value of a type is made.",
      "struct Square {\n  let side: Int\n  init(_ side: Int) { self.side = side }\n}\nprint(Square(3).side)"
    ),
    "self": (
      "The value whose method runs.", "struct Box {\n  var x: Int\n  init(x: Int) { self.x = x }\n}\nprint(Box(x: 1).x)"
    ),
    "Self": (
      "The type around, inside its own declaration.", "struct Unit {\n  static let zero = Self()\n}\nprint(Unit.zero)"
    ),
    "super": (
      "The superclass's version of a method or initialiser.",
      "class A { func f() -> Int { 1 } }\nclass B: A { override func f() -> Int { super.f() + 1 } }\nprint(B().f())"
    ),
    "static": (
      "Makes a member belong to the type, not to its values.", "struct Unit { static let count = 3 }\nprint(Unit.count)"
    ),
    "mutating": (
      "Marks a method that changes the value it belongs to.",
      "struct Counter {\n  var count = 0\n  mutating func add() { count += 1 }\n}\nvar c = Counter()\nc.add()\nprint(c.count)"
    ),
    "inout": (
      "Lets a function change a variable of its caller, who writes `&` before it.",
      "func double(_ x: inout Int) { x *= 2 }\nvar n = 4\ndouble(&n)\nprint(n)"
    ),
    "throws": (
      "Marks a function that may fail with an error. Calls of it are marked with `try`.",
      "struct Failure: Error {}\nfunc f(_ x: Int) throws -> Int {\n  if x < 0 { throw Failure() }\n  return x\n}\nprint(try f(1))"
    ),
    "throw": (
      "Leaves a function with an error.",
      "struct Failure: Error {}\ndo { throw Failure() } catch { print(\"failed\") }"
    ),
    "rethrows": (
      "Marks a function that throws only if a function that is given to it does.",
      "func apply(_ f: () throws -> Int) rethrows -> Int { try f() }\nprint(apply { 3 })"
    ),
    "try": (
      "Marks a call that may throw. `try?` gives nil for an error.",
      "struct Failure: Error {}\nfunc f() throws -> Int { throw Failure() }\nprint((try? f()) ?? 0)"
    ),
    "do": (
      "Begins a block; errors thrown in it go to its `catch`.",
      "struct Failure: Error {}\ndo { throw Failure() } catch { print(\"failed\") }"
    ),
    "catch": (
      "Takes the errors of the `do` block before it; the error is called `error`.",
      "struct Failure: Error {}\ndo { throw Failure() } catch { print(error) }"
    ),
    "as": (
      "Says which type a value has. `as?` gives nil where it has another one.",
      "let x: Any = 3\nprint((x as? Int) ?? 0)"
    ),
    "is": ("Tells whether a value has a type.", "let x: Any = 3\nprint(x is String)"),
    "nil": (
      "The absence of a value: what an optional holds when it holds nothing.", "let x: Int? = nil\nprint(x ?? 7)"
    ),
    "true": ("One of the two values of `Bool`.", "let isReady = true\nprint(!isReady)"),
    "false": ("One of the two values of `Bool`.", "let isReady = false\nprint(!isReady)"),
    "typealias": ("Gives a type a second name.", "typealias Matrix = [[Double]]\nlet m: Matrix = [[1, 2]]\nprint(m)"),
    "some": (
      "Before a protocol: a parameter of any one type that conforms to it.",
      "func twice(_ x: some BinaryInteger) -> Int { 2 * Int(x) }\nprint(twice(UInt8(4)))"
    ),
    "any": (
      "Before a protocol: a value of any type that conforms to it, known only when the program runs.",
      "protocol Named { var name: String { get } }\nstruct Cat: Named { let name = \"Tom\" }\nlet all: [any Named] = [Cat()]\nprint(all[0].name)"
    ),
    "private": (
      "Hides a member outside of its type.",
      "struct Safe {\n  private var code = 7\n  func opens(_ x: Int) -> Bool { x == code }\n}\nprint(Safe().opens(7))"
    ),
    "subscript": (
      "Declares what brackets after a value mean.",
      "struct Powers { subscript(n: Int) -> Int { n * n } }\nprint(Powers()[4])"
    ),
    "override": (
      "Marks a method that takes the place of the superclass's.",
      "class A { func f() -> Int { 1 } }\nclass B: A { override func f() -> Int { 2 } }\nprint(B().f())"
    ),
    "final": (
      "Marks a class that has no subclasses.", "final class Node { var next: Node? = nil }\nprint(Node().next == nil)"
    ),
  ]

  static let operators: [String: (String, String)] = [
    "+": (
      "Adds numbers, and joins strings or arrays. Both sides have the same type.",
      "print(1 + 2, [1] + [2], \"a\" + \"b\")"
    ),
    "-": ("Subtracts, or changes the sign.", "print(5 - 2, -3)"),
    "*": ("Multiplies two numbers of the same type.", "print(3 * 4)"),
    "/": ("Divides. For whole numbers the remainder is dropped.", "print(7 / 2, 7.0 / 2)"),
    "%": ("The remainder of a whole-number division; it has the sign of the left side.", "print(7 % 3, -7 % 3)"),
    "=": ("Gives a variable a new value.", "var x = 1\nx = 2\nprint(x)"),
    "+=": ("Adds to a variable.", "var x = 1\nx += 2\nprint(x)"),
    "-=": ("Subtracts from a variable.", "var x = 5\nx -= 2\nprint(x)"),
    "*=": ("Multiplies a variable.", "var x = 5\nx *= 2\nprint(x)"),
    "/=": ("Divides a variable.", "var x = 6\nx /= 2\nprint(x)"),
    "==": ("Whether two values are equal.", "print([1, 2] == [1, 2])"),
    "!=": ("Whether two values differ.", "print(1 != 2)"),
    "<": ("Whether the left value comes before the right one.", "print(1 < 2, \"a\" < \"b\")"),
    "<=": ("Whether the left value comes before the right one or equals it.", "print(2 <= 2)"),
    ">": ("Whether the left value comes after the right one.", "print(1 > 2)"),
    ">=": ("Whether the left value comes after the right one or equals it.", "print(2 >= 2)"),
    "&&": (
      "True where both sides are; the right side is not evaluated if the left one is false.", "print(true && false)"
    ),
    "||": ("True where one side is; the right side is not evaluated if the left one is true.", "print(true || false)"),
    "!": (
      "Before a `Bool`: the opposite. After an optional: its value, and an error where it is nil.",
      "let x: Int? = 3\nprint(!true, x!)"
    ),
    "?": (
      "After a type: the value may be nil. After a value, in a chain: goes on only where it is not nil.",
      "let text: String? = \"abc\"\nprint(text?.count ?? 0)"
    ),
    "??": ("The value of an optional, or the right side where it is nil.", "print(Int(\"x\") ?? 0)"),
    "...": ("A range with both its ends; with one end it is open.", "for i in 1...3 { print(i) }"),
    "..<": ("A range without its upper end.", "print(Array(0..<3))"),
    "->": ("Stands before the type of a function's result.", "func one() -> Int { 1 }\nprint(one())"),
    "&": ("Before a variable: lets an `inout` parameter change it.", "var a = 1, b = 2\nswap(&a, &b)\nprint(a, b)"),
    "&+": ("Adds whole numbers and drops what overflows.", "print(Int8.max &+ 1)"),
    "$0": (
      "The first argument of a closure that does not name its parameters; the second is `$1`.",
      "print([1, 2].map { $0 * 10 })"
    ),
    "_": ("A name for what is not used; before a parameter: no label.", "for _ in 0..<2 { print(\"hi\") }"),
  ]

  static let types: [String: (String, String)] = [
    "Int": ("A whole number of 64 bits. Overflow is an error.", "let n: Int = 7\nprint(n / 2, Int.max)"),
    "Double": ("A floating-point number of 64 bits: about 15 digits.", "let x: Double = 7\nprint(x / 2)"),
    "Float": ("A floating-point number of 32 bits: about 7 digits.", "let x: Float = 0.1\nprint(x)"),
    "Bool": ("`true` or `false`.", "let isSmall: Bool = 1 < 10\nprint(isSmall)"),
    "String": (
      "Text. `\\(x)` puts a value into it.", "let name: String = \"Ann\"\nprint(\"Hello \\(name)\", name.count)"
    ),
    "Character": ("One letter or sign of a text.", "for letter in \"ab\" { print(letter) }"),
    "Array": (
      "Elements of one type in a row, counted from 0; written `[Element]`.",
      "var xs: [Int] = [3, 1]\nxs.append(2)\nprint(xs.sorted(), xs[0])"
    ),
    "Dictionary": (
      "Values that are found by their keys; written `[Key: Value]`.",
      "var ages: [String: Int] = [\"Ann\": 3]\nages[\"Bo\"] = 5\nprint(ages[\"Bo\"] ?? 0)"
    ),
    "Set": ("Different elements of one type, in no order.", "let s: Set<Int> = [1, 2, 2]\nprint(s.count)"),
    "Optional": ("A value or nil; written `Wrapped?`.", "let x: Int? = nil\nprint(x ?? 0)"),
    "Range": (
      "The numbers from a lower bound up to an upper one, which is not included.",
      "let r: Range<Int> = 0..<3\nprint(r.count)"
    ),
    "ClosedRange": (
      "The numbers from one bound to another, both included.", "let r: ClosedRange<Int> = 1...3\nprint(r.count)"
    ),
    "Never": ("The result of a function that does not return.", "print(Never.self)"),
    "Any": ("A value of whatever type; `as?` finds out.", "let all: [Any] = [1, \"a\"]\nprint(all.count)"),
    "Void": ("The result of a function that gives nothing back.", "let f: () -> Void = { print(\"done\") }\nf()"),
  ]
}
