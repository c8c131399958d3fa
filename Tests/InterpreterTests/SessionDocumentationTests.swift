import Interpreter
import Testing

@Suite struct SessionDocumentationTests {
  private let session = learnersSession()

  @Test(arguments: [
    // Natives and the library
    ("row", "func row(_ numbers: [Double]) -> Row", ""), ("Row", "struct Row", "A row of numbers."),
    ("Row.count", "var count: Int { get }", ""), ("negate", "mutating func negate()", "A member of `Row`. "),
    ("Array.isEmpty", "var isEmpty: Bool { get }", "Whether there are no elements."),
    ("append(contentsOf:)", "mutating func append<S: Sequence>(contentsOf other: S) where S.Element == Element", nil),
    ("numbers.filter", "func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> [Element]", nil),
    // The learner's
    ("doubled", "func doubled(_ number: Int) -> Int", "Doubles a number."),
    ("Point", "struct Point", "A point of the plane."),
    ("Point.length", "var length: Double { get }", "How far it is from the origin."),
    ("maybe", "var maybe: Point?", ""),
    ("Point.moved", "func moved(by dx: Double, _ dy: Double = 0) -> Point", "A point that is moved."),
    ("numbers", "let numbers: [Int]", ""),
    ("area(of:scale:on:)", "func area(of shape: Shape, scale: Double = 1, on side: Side) -> Double", ""),
    ("Shape.circle", "case circle(radius: Double)", ""), ("Shape.empty", "case empty", ""),
    ("Box", "struct Box<Content>", ""),
    ("pair.width", "width: Int", ""), ("dog.speak", "func speak() -> String", ""),
    ("dog.name.count", "var count: Int { get }", nil),
    ("largest", "func largest<T: Comparable>(_ first: T, _ rest: T..., by name: String = \"\") -> T", ""),
    ("Named", "protocol Named", ""), ("Box.Lid", "enum Lid", ""),
  ])
  func declarations(name: String, signature: String, text: String?) throws {
    let entry = try #require(session.documentation(for: name).first)
    #expect(entry.signature == signature)
    if let text { #expect(entry.documentation == text) }
  }

  @Test func overloadsAreListed() {
    #expect(session.documentation(for: "area").count == 2)
  }

  @Test func wordsOfTheLanguageHaveASentenceAndAnExample() throws {
    let entry = try #require(session.documentation(for: "guard").first)
    #expect(entry.signature == "guard")
    #expect(entry.documentation.hasPrefix("Leaves the block early unless a condition holds."))
    #expect(entry.documentation.contains("```swift\nfunc half("))
    for name in ["for", "??", "..<", "Int", "Array", "$0", "inout", "->"] {
      #expect(session.documentation(for: name).first?.documentation.contains("```swift") == true)
    }
  }

  @Test(arguments: LanguageGuide.names.sorted())
  func examplesOfTheGuideRun(name: String) {
    let example = LanguageGuide.example(of: name)
    let outcome = run(example)
    #expect(outcome.diagnostics.map { $0.rendered() } == [])
    #expect(!outcome.output.isEmpty)
  }

  @Test(arguments: [
    ("doubledd", "doubled"), ("gaurd", "guard"), ("Arry", "Array"), ("numbers.fliter", "numbers.filter"),
    ("Point.lenght", "Point.length"),
    ("Pont.length", "Point.length"), ("uppercase", "uppercased"), ("zzzzzzzz", nil),
  ])
  func suggestions(name: String, expected: String?) {
    #expect(session.documentation(for: name).isEmpty)
    #expect(session.suggestion(for: name) == expected)
  }

  @Test(arguments: [
    "", ".", "..", "a..b", "(", "a(", "a(b", ")", "1.2", "x.y.z", "Array.", "`", "\"", "é", "🙂", "a b c",
  ])
  func strangeNamesAreSafe(name: String) {
    _ = session.documentation(for: name)
    _ = session.suggestion(for: name)
  }
}
