import Interpreter
import Testing

@Suite struct SessionSignatureTests {
  private let session = learnersSession()

  private func help(_ marked: String) -> SignatureHelp? {
    let parts = marked.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    return session.signatureHelp(in: parts.joined(), at: parts[0].utf8.count)
  }

  /// The first signature with its active parameter in ‹ ›.
  private func first(_ marked: String) -> String? {
    help(marked)?.signatures.first.map { signature in
      guard let active = signature.active else { return signature.text }
      var bytes = Array(signature.text.utf8)
      bytes.insert(contentsOf: "›".utf8, at: signature.parameters[active].upperBound)
      bytes.insert(contentsOf: "‹".utf8, at: signature.parameters[active].lowerBound)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("doubled(|", "doubled(‹_ number: Int›) -> Int"), ("doubled(1|", "doubled(‹_ number: Int›) -> Int"),
    ("doubled(12|", "doubled(‹_ number: Int›) -> Int"), ("doubled(numbers.count|", "doubled(‹_ number: Int›) -> Int"),
    ("doubled(numbers.|", "doubled(‹_ number: Int›) -> Int"), ("doubled(\"abc|", "doubled(‹_ number: Int›) -> Int"),
    ("area(of: anyShape, |", "area(of shape: Shape, ‹scale: Double = 1›, on side: Side) -> Double"),
    ("area(of: anyShape, on: |", "area(of shape: Shape, scale: Double = 1, ‹on side: Side›) -> Double"),
    ("area(of: anyShape, scale: 2, |", "area(of shape: Shape, scale: Double = 1, ‹on side: Side›) -> Double"),
    ("maybe?.moved(by: 2, |", "moved(by dx: Double, ‹_ dy: Double = 0›) -> Point"),
    ("Point(x: 1, |", "Point(x: Double = 0.0, ‹y: Double = 0.0›)"),
    ("Shape.square(1, |", "square(Double, ‹tilted: Bool›)"), ("let s: Shape = .circle(|", "circle(‹radius: Double›)"),
    ("add(1, |", "(Int, ‹Int›) -> Int"),
    ("numbers.filter(|", "filter(‹_ isIncluded: (Int) throws -> Bool›) rethrows -> [Int]"),
    ("largest(1, 2, 3|", "largest(_ first: Int, ‹_ rest: Int...›, by name: String = \"\") -> Int"),
    ("Point()[axis: |", "[‹axis: Int›] -> Double"), ("print(doubled(|", "doubled(‹_ number: Int›) -> Int"),
    ("numbers.map { doubled(|", "doubled(‹_ number: Int›) -> Int"), ("dog.speak(|", "speak() -> String"),
    ("func triple(_ x: Int) -> Int { 3 * x }\ntriple(|", "triple(‹_ x: Int›) -> Int"),
    (
      "print(1, to: |",
      "print(_ items: Any..., separator: String = \" \", terminator: String = \"\\n\", ‹to output: inout Target›)"
    ),
    ("doubled(1, |", "doubled(_ number: Int) -> Int"),
  ])
  func activeParameter(marked: String, expected: String) { #expect(first(marked) == expected) }

  @Test(arguments: [
    "|", "doubled|", "doubled(1)|", "doubled(1) + |", "// doubled(|", "\"doubled(|", "unknown(|", "numbers.map { |",
    "let x = 3|",
    "(1, |", "if numbers.isEmpty { |",
  ])
  func nothingIsCalledHere(marked: String) { #expect(help(marked) == nil) }

  @Test func overloadsThatFitComeFirst() {
    let all = help("area(|")?.signatures.map(\.text)
    #expect(
      all == ["area(of shape: Shape, scale: Double = 1, on side: Side) -> Double", "area(of point: Point) -> Double"])
    let fitting = help("area(of: Point(), |")?.signatures
    #expect(fitting?.first?.text == "area(of shape: Shape, scale: Double = 1, on side: Side) -> Double")
    #expect(fitting?.last?.active == nil)
  }

  @Test func documentationComesAlong() {
    #expect(help("doubled(|")?.signatures.first?.documentation == "Doubles a number.")
    #expect(help("maybe?.moved(|")?.signatures.first?.documentation == "A point that is moved.")
  }
}
