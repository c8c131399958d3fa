import Bindings
import Courseware
import Interpreter
import Testing

@Suite struct WorkbookTests {
  private let workbook = Workbook(library: engineLibrary())

  @discardableResult
  private func run(_ text: String) -> Outcome { workbook.run([SourceText(text, name: "cell")], isTyped: true) }

  @Test func resultsHaveTheNumbersOfTheirCells() {
    run("let x = 20")
    run("x + 1")
    #expect(run("1 / 0").succeeded == false)
    run("[x, _]")
    #expect(workbook.cells.count == 3)
    #expect(run("_").valueText == "[20, 21]")
    #expect(run("_3[1] + _2").valueText == "42")
    #expect(run("_2 = 1").diagnostics.first?.message == "cannot change '_2': it is a 'let' constant")
    #expect(run("_1").diagnostics.first?.message == "cannot find '_1' in scope")
  }

  @Test func resultsKeepTheirStaticTypes() {
    run("struct Pair { var a = 1; var b = [2.5] }")
    run("Pair()")
    #expect(run("_2.b[0] + 1").valueText == "3.5")
    run("{ (n: Int) in n * 2 }")
    #expect(run("_4(21)").valueText == "42")
    run("Tensor([1, 2])")
    #expect(run("_.sum().item()").valueText == "3.0")
    run("Set([1, 2, 2])")
    #expect(run("_.count").valueText == "2")
    run("Optional(3)")
    #expect(run("(_ ?? 0) + 1").valueText == "4")
  }

  @Test func aResultIsNotChangedWithItsVariable() {
    run("var x = [1, 2]")
    run("x")
    run("x[0] = 9")
    #expect(run("_2").valueText == "[1, 2]")
    #expect(run("x").valueText == "[9, 2]")
  }

  @Test func resultsAreNoVariablesOfTheLearner() {
    run("5")
    #expect(workbook.session.variables.isEmpty)
    #expect(run("_ = 7").succeeded)
    #expect(run("let (_, b) = (1, 2)").succeeded)
    #expect(run("_").valueText == "5")
  }

  @Test func withoutAResultThereIsNone() {
    #expect(run("_ + 1").diagnostics.first?.message == "'_' can only stand on the left of '='")
  }

  /// A result that is kept would keep the object: its `deinit` would come later than in a compiled program.
  @Test func objectsDieAsInSwift() {
    run("class Noise { deinit { print(\"gone\") } }")
    #expect(run("Noise(); 1").output == "gone\n")
    let outcome = run("Noise()")
    #expect(outcome.value != nil)
    #expect(run("_ === _").succeeded == false)
  }

  @Test func undoPutsEverythingBack() {
    run("var x = [1]; class Box { var n = 1 }; let box = Box()")
    run("let w = Tensor([3]).requiringGradient()")
    run("x.append(2); box.n = 5; (w * w).sum().backward()")
    #expect(run("w.gradient").valueText?.contains("6") == true)
    #expect(workbook.undo().succeeded)
    #expect(workbook.undo().succeeded)
    #expect(run("x").valueText == "[1]")
    #expect(run("box.n").valueText == "1")
    #expect(run("w.gradient == nil").valueText == "true")
    #expect(workbook.cells.count == 5)
  }

  @Test func undoThatFailsChangesNothing() {
    run("var count = 1")
    run("count += 1")
    workbook.session.interrupt.raise()
    #expect(workbook.undo().succeeded == false)
    workbook.session.interrupt.clear()
    #expect(run("count").valueText == "2")
  }

  @Test func cellsAreAProgram() {
    run("let x = 1")
    run("_ = x")
    run("x + 1")
    run("_ * 2")
    run("let x = 5")
    #expect(workbook.program == "import Convbook\n\nlet x = 1\n\n_ = x\n\nx + 1\n\n// _ * 2\n\nlet x = 5\n")
    #expect(workbook.namesDeclaredAgain == ["x"])
  }
}
