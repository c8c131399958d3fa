import Bindings
import Interpreter
import Testing

/// Recordings that live longer than a cell, and what a failed cell does to them.
@Suite struct NotebookGradientTests {
  private let session = Session(library: engineLibrary())

  private func run(_ text: String) -> Outcome { session.run(SourceText(text, name: "cell")) }

  private func value(_ text: String) -> String {
    let outcome = run(text)
    return outcome.valueText ?? outcome.diagnostics.first?.rendered() ?? outcome.output
  }

  private func failure(_ text: String) -> String {
    let outcome = run(text)
    return outcome.diagnostics.first?.rendered() ?? "no diagnostic, but \(outcome.valueText ?? outcome.output)"
  }

  // MARK: A failed cell

  @Test func aFailedCellLeavesGradientsAsTheyWere() {
    #expect(run("let x = Tensor([1, 2]).requiringGradient()\n(x * 3).sum().backward()").succeeded)
    #expect(!run("(x * x).sum().backward()\nlet y = x.reshaped([3])").succeeded)
    #expect(value("x.gradient!.elements") == "[3.0, 3.0]")
    #expect(!run("let loss = (x * x).sum()\nloss.backward()\nvar i = 0\ni = 1 / i").succeeded)
    #expect(value("x.gradient!.elements") == "[3.0, 3.0]")
  }

  @Test func aFailedCellLeavesNoFirstGradient() {
    #expect(run("let x = Tensor([1, 2]).requiringGradient()").succeeded)
    #expect(!run("(x * x).sum().backward()\nlet y = [1][3]").succeeded)
    #expect(value("x.gradient == nil") == "true")
  }

  @Test func aRecordingThatAFailedCellUsedUpServesAgain() {
    #expect(run("let x = Tensor([1, 2]).requiringGradient()\nlet loss = (x * x).sum()").succeeded)
    #expect(!run("loss.backward()\nlet y = [1][3]").succeeded)
    #expect(run("loss.backward()").succeeded)
    #expect(value("x.gradient!.elements") == "[2.0, 4.0]")
  }

  // MARK: Operators of one's own

  private let scaled = """
    func scaled(_ x: Tensor, by factor: Double) -> Tensor {
      customOperator([x], name: "scaled", forward: { $0[0] * factor }, backward: { dy, inputs in [dy * factor] })
    }
    """

  @Test func backwardRunsInALaterCell() {
    #expect(run(scaled).succeeded)
    #expect(run("let x = Tensor([1, 2]).requiringGradient()\nlet loss = (scaled(x, by: 10) * x).sum()").succeeded)
    #expect(run("func scaled(_ x: Tensor, by factor: Double) -> Tensor { x }").succeeded)
    #expect(run("loss.backward()").succeeded)
    #expect(value("x.gradient!.elements") == "[20.0, 40.0]")
  }

  @Test func itsClosuresKeepWhatTheyCapture() {
    let outcome = run(
      """
      var calls = 0
      func counting(_ x: Tensor) -> Tensor {
        var mine = 100
        return customOperator([x], forward: { $0[0] * 2 }, backward: { dy, inputs in
          calls += 1
          mine += 1
          print("backward", calls, mine, dy.elements)
          return [dy * 2]
        })
      }
      let x = Tensor([1]).requiringGradient()
      let y = counting(x)
      y.backward(retainGraph: true)
      y.backward()
      """)
    #expect(outcome.output == "backward 1 101 [1.0]\nbackward 2 102 [1.0]\n", "\(outcome.diagnostics)")
    #expect(value("x.gradient!.elements") == "[4.0]")
  }

  @Test func aFaultInsideIsShownAtTheLearnersLine() {
    #expect(
      run(
        """
        let x = Tensor([1, 2]).requiringGradient()
        let y = customOperator([x], forward: { $0[0].sum() }, backward: { dy, inputs in
          let wrong = inputs[0].reshaped([3])
          return [wrong]
        })
        """
      ).succeeded)
    let sentence = failure("y.backward()")
    #expect(
      sentence.hasPrefix("cell:3:15: error: a tensor of shape [2] has 2 elements, and these do not fit into [3]"),
      "\(sentence)")
  }

  @Test func wrongGradientsAreNamedAtTheCall() {
    #expect(
      failure(
        """
        let x = Tensor([1, 2]).requiringGradient()
        let y = customOperator([x], forward: { $0[0].sum() }, backward: { dy, inputs in [dy] })
        y.backward()
        """) == """
          cell:3:1: error: the backward of customOperator gives a gradient of shape [] for input 0 of shape [2]: a gradient \
          has the shape of its input
           3 | y.backward()
             | ^~~~~~~~~~~~
          """)
  }

  @Test func aClosureThatIsKeptMayNotCaptureWhatEnds() {
    #expect(
      failure(
        """
        func counted(_ x: Tensor, _ calls: inout Int) -> Tensor {
          customOperator([x], forward: { $0[0] }, backward: { dy, inputs in
            calls += 1
            return [dy]
          })
        }
        """
      ).contains("this closure may be kept, but 'calls' is only there while the function runs"))
  }

  @Test func anEndlessClosureRunsOutOfTime() {
    #expect(
      run(
        """
        let x = Tensor([1, 2]).requiringGradient()
        let y = customOperator([x], forward: { $0[0].sum() }, backward: { dy, inputs in
          while true {}
        })
        """
      ).succeeded)
    session.limits.seconds = 0.05
    let outcome = run("y.backward()")
    #expect(outcome.diagnostics.first?.kind == .budget)
    #expect(outcome.seconds < 2)
    session.limits.seconds = 20
    #expect(value("x.gradient == nil") == "true")
  }

  @Test func aForkRunsTheClosuresOfItsOriginal() {
    #expect(run(scaled).succeeded)
    #expect(run("let x = Tensor([1, 2]).requiringGradient()\nlet y = scaled(x, by: 3).sum()").succeeded)
    let fork = session.fork()
    let outcome = fork.run(SourceText("y.backward(retainGraph: true)\nprint(x.gradient!.elements)", name: "fork"))
    #expect(outcome.output == "[3.0, 3.0]\n", "\(outcome.diagnostics)")
    #expect(run("y.backward()").succeeded)
    #expect(value("x.gradient!.elements") == "[6.0, 6.0]")
  }

  @Test func gradcheckJudgesAnOperatorOfOnesOwn() {
    let text = """
      func tripled(_ factor: Double) -> GradientReport {
        gradcheck({ inputs in
          customOperator(inputs, forward: { $0[0] * $0[0] * 3 }, backward: { dy, x in [dy * x[0] * factor] })
        }, inputs: [Tensor([1, 2, -3])])
      }
      """
    #expect(run(text).succeeded)
    #expect(value("tripled(6).passed") == "true")
    #expect(value("tripled(3).passed") == "false")
    #expect(value("tripled(3).maximumRelativeError").hasPrefix("0.5"))
  }

  /// The tensor holds the closure, the closure its machine, and the machine the tensor.
  @Test func aSessionIsFreedWithTheClosuresThatItsTensorsKeep() {
    final class Bytes { var left = -1 }
    let bytes = Bytes()
    do {
      let session = Session(library: engineLibrary())
      session.onHeapReleased = { bytes.left = $0 }
      let outcome = session.run(
        SourceText(
          scaled + "\nlet x = Tensor([1, 2]).requiringGradient()\nlet y = scaled(x, by: 3)\nlet both = [x, y]",
          name: "cell"))
      #expect(outcome.succeeded)
    }
    #expect(bytes.left == 0)
  }

  // MARK: Being stopped

  @Test(arguments: ["e = a.elements", "e = a == a ? [] : [1]"])
  func whatWasStoppedHalfWayIsNoResult(_ cell: String) {
    #expect(run("let a = Tensor.ones([5000, 5000])\nvar e: [Double] = [7]").succeeded)
    session.limits.seconds = 0.02
    let outcome = run(cell)
    #expect(outcome.diagnostics.first?.kind == .budget)
    session.limits.seconds = 20
    #expect(value("e") == "[7.0]")
  }
}
