import Bindings
import Interpreter
import Testing

/// Where language and engine meet while a program runs.
@Suite struct NotebookTests {
  private let session = Session(library: engineLibrary())

  private func run(_ text: String) -> Outcome { session.run(SourceText(text, name: "cell")) }

  private func failure(_ text: String) -> String {
    let outcome = run(text)
    return outcome.diagnostics.first?.rendered() ?? "no diagnostic, but \(outcome.valueText ?? outcome.output)"
  }

  @Test func aFailedPreconditionPointsAtTheCall() {
    #expect(
      failure("let x = Tensor([1, 2, 3])\nlet y = x.reshaped([2, -1])") == """
        cell:2:9: error: a tensor of shape [3] has 3 elements, and these do not fit into [2, -1]
         2 | let y = x.reshaped([2, -1])
           |         ^~~~~~~~~~~~~~~~~~~
        """)
  }

  @Test func tensorsAreComparedElementByElement() {
    #expect(
      failure("let x = Tensor([1, 2])\nlet mask = x > 1") == """
        cell:2:14: error: binary operator '>' cannot be applied to operands of type 'Tensor' and 'Int'
         2 | let mask = x > 1
           |              ^
           note: '.>' compares element by element
        """)
    #expect(run("(1 .< Tensor([1, 2])).elements").valueText == "[0.0, 1.0]")
  }

  @Test func wrongIndicesOfAllKindsAreFaults() {
    #expect(
      failure("let a = Tensor([1, 2])[[0, 2]]").contains("index 2 is out of range: axis 0 has 2 elements (0 to 1)"))
    #expect(
      failure("let b = Tensor([1, 2])[stride(from: 1, to: -9, by: -1)]").contains(
        "index -1 is negative: indices start at 0"))
    #expect(failure("let c = Tensor([1, 2])[Tensor([1])]").contains("a mask of shape [1] does not fit"))
    #expect(failure("let d = Tensor([1, 2])[stride(from: 1, to: 9, by: 0)]").contains("0"))
    #expect(failure("let e = Tensor([1, 2])[.oldAxis]").contains("oldAxis"))
  }

  @Test func aFaultInsideAClosurePointsIntoTheClosure() {
    let message = failure("let g = numericGradient(of: { x in\n  Tensor(x[5])\n}, at: Tensor([1, 2]))")
    #expect(message.hasPrefix("cell:2:"), "\(message)")
    #expect(message.contains("index 5 is out of range: axis 0 has 2 elements (0 to 1)"), "\(message)")
  }

  @Test func tensorsAreValues() {
    let outcome = run(
      """
      let a = Tensor([[1, 2], [3, 4]])
      var b = a
      b[0, 0] = 10
      b[1, 0...] += Tensor([100, 200])
      func changed(_ x: Tensor) -> Tensor { var y = x; y[0, 1] = -1; return y }
      let c = changed(b)
      print(a.elements, b.elements, c.elements)
      """)
    #expect(
      outcome.output == "[1.0, 2.0, 3.0, 4.0] [10.0, 2.0, 103.0, 204.0] [10.0, -1.0, 103.0, 204.0]\n",
      "\(outcome.diagnostics.map { $0.rendered() })")
  }

  @Test func partsAreReplacedInPlaceAndStillValues() {
    let outcome = run(
      """
      struct Pair { var left: Tensor; var right: Tensor }
      var x = Tensor([1, 2])
      let row = x
      var list = [x, x]
      var pair = Pair(left: x, right: x)
      let old = { x }
      list[0][0..<1] = Tensor([10])
      pair.left[1...] = Tensor([20])
      func change(_ t: inout Tensor) { t[0...] = t * 3 }
      change(&x)
      x[0...] = x + row
      print(x.elements, row.elements, list[0].elements, list[1].elements, pair.left.elements, pair.right.elements)
      """)
    #expect(
      outcome.output == "[4.0, 8.0] [1.0, 2.0] [10.0, 2.0] [1.0, 2.0] [1.0, 20.0] [1.0, 2.0]\n",
      "\(outcome.diagnostics.map { $0.rendered() })")
  }

  @Test func aFailedCellLeavesTensorsAsTheyWere() {
    #expect(run("var x = Tensor([[1, 2], [3, 4]])").succeeded)
    #expect(!run("x[0, 0...] = Tensor([10, 20])\nx[1, 1] = 40\nx[0, 0...] = Tensor([1, 2, 3])").succeeded)
    #expect(run("x.elements").valueText == "[1.0, 2.0, 3.0, 4.0]")
  }

  @Test func numbersStandOnEitherSide() {
    let outcome = run("var x = Tensor([1, 2])\nx *= 10\nx -= 1\n(2 * x - x / 2 + (1 - x)).elements")
    #expect(outcome.valueText == "[5.5, 10.5]", "\(outcome.diagnostics.map { $0.rendered() })")
  }

  @Test func sharedEnumsHaveCasesAndText() {
    let outcome = run("let d: DType = .float32\nprint(d, Tensor.zeros([1], dtype: d).dtype == .float32)")
    #expect(outcome.output == "float32 true\n", "\(outcome.diagnostics.map { $0.rendered() })")
  }

  @Test func documentationHasSignatureAndComment() throws {
    let entry = try #require(session.documentation(for: "globalMaxPool2d").first)
    #expect(entry.signature == "func globalMaxPool2d(_ x: Tensor) -> Tensor")
    #expect(entry.documentation.contains("```swift"))
  }
}
