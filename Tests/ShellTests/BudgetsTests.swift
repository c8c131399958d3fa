import Shell
import Testing

/// What `:set` and the command line say about values that do not fit.
struct BudgetsTests {
  @Test(arguments: [
    (
      Budgets.Name.seconds, "0",
      "seconds is a number of seconds, more than 0 and at most 1000000000, such as 60, or off; not '0'"
    ),
    (.memory, "lots", "memory is a number of MB, more than 0 and at most 1000000000, such as 512; not 'lots'"),
    (.memory, "off", "memory is a number of MB, more than 0 and at most 1000000000, such as 512; not 'off'"),
    (.depth, "1.5", "depth is a whole number of calls, more than 0 and at most 1000000, such as 20000; not '1.5'"),
    (
      .depth, "2000000",
      "depth is a whole number of calls, more than 0 and at most 1000000, such as 20000; not '2000000'"
    ),
    (
      .steps, "nan",
      "steps is a whole number of steps, more than 0 and at most 1000000000000000000, such as 1000000, or off; not 'nan'"
    ),
    (.output, "-1", "output is a number of KB, more than 0 and at most 1000000000, such as 100; not '-1'"),
  ])
  func valuesThatDoNotFit(name: Budgets.Name, value: String, problem: String) {
    var budgets = Budgets()
    #expect(throws: (any Error).self) { try budgets.set(name, to: value) }
    do { try budgets.set(name, to: value) } catch { #expect(error.description == problem) }
    #expect(budgets.text(of: name) == Budgets().text(of: name))
  }

  @Test func valuesAreShownWithTheirUnits() throws {
    var budgets = Budgets()
    #expect(
      Budgets.Name.allCases.map { budgets.text(of: $0) }
        == ["20 seconds", "off", "2048 MB", "1024 KB", "10000 calls"])
    for (name, value) in [
      (Budgets.Name.seconds, "0.5"), (.steps, "1000"), (.memory, "64"), (.output, "1"), (.depth, "50"),
    ] {
      try budgets.set(name, to: value)
    }
    #expect(
      Budgets.Name.allCases.map { budgets.text(of: $0) }
        == ["0.5 seconds", "1000 steps", "64 MB", "1 KB", "50 calls"])
    try budgets.set(.seconds, to: "off")
    #expect(budgets.text(of: .seconds) == "off")
  }

  @Test func namesAreGuessed() {
    #expect(throws: Budgets.Problem.self) { try Budgets.name("second") }
    do { _ = try Budgets.name("second") } catch {
      #expect(error.description == "there is no setting 'second', did you mean 'seconds'?")
    }
    do { _ = try Budgets.name("colour") } catch {
      #expect(
        error.description == "there is no setting 'colour'; there are seconds, steps, memory, output, depth and threads"
      )
    }
  }
}
