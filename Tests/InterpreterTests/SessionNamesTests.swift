import Interpreter
import Testing

/// What `:who` lists.
@Suite struct SessionNamesTests {
  /// What a learner's `description` takes is not taken from the cell that ran last.
  @Test func variablesAreDescribedWithinABudgetOfTheirOwn() {
    var limits = Limits()
    limits.steps = 30_000
    let session = Session(library: NativeLibrary(), limits: limits)
    session.run(
      """
      struct Slow: CustomStringConvertible {
        var description: String {
          var steps = 0
          while steps < 20_000 { steps += 1 }
          return "\\(steps) steps"
        }
      }
      let slow = Slow()
      for _ in 0..<25_000 {}
      """)
    #expect(session.variables.map(\.description) == ["20000 steps"])
    #expect(session.variables.map(\.description) == ["20000 steps"])
  }

  @Test func variablesInTheOrderOfTheirDeclaration() {
    let session = Session(library: rows)
    session.run("let a = 1\nvar b = [1.5, 2]\nlet c: String? = nil")
    session.run("let (d, e) = (2, \"x\")\nlet r = row([1, 2])")
    let rows = session.variables.map {
      "\($0.isMutable ? "var" : "let") \($0.name): \($0.typeName) = \($0.description)"
    }
    #expect(
      rows == [
        "let a: Int = 1", "var b: [Double] = [1.5, 2.0]", "let c: String? = nil", "let d: Int = 2", "let e: String = x",
        "let r: Row = Row[1.0, 2.0]",
      ])
  }

  @Test func namesThatWereDeclaredAgainAreListedOnce() {
    let session = Session(library: NativeLibrary())
    session.run("let a = 1\nlet b = 2\nfunc f(_ x: Int) -> Int { x }\nfunc f(at x: Int) {}\nstruct S {}")
    session.run("var a = \"text\"\nfunc f(_ x: Double) -> Double { x }\nenum S { case one }")
    #expect(session.variables.map { "\($0.name): \($0.typeName)" } == ["b: Int", "a: String"])
    #expect(session.functions.map { $0.name + $0.signature } == ["f(at:)(at: Int) -> Void", "f(_:)(Double) -> Double"])
    #expect(session.types.map { "\($0.kind) \($0.name)" } == ["enum S"])
  }

  @Test func typesWithTheirKinds() {
    let session = learnersSession()
    #expect(
      session.types.map { "\($0.kind) \($0.name)" } == [
        "struct Point", "enum Shape", "enum Side", "protocol Named", "struct Box", "class Animal", "class Dog",
      ])
    #expect(session.types.first?.documentation == "A point of the plane.")
    #expect(session.functions.map(\.baseName) == ["doubled", "area", "area", "largest"])
  }

  @Test func whatAFailedCellDeclaredIsNotListed() {
    let session = Session(library: NativeLibrary())
    session.run("let a = [1][3]\nstruct S {}\nfunc f() {}")
    #expect(session.variables.isEmpty && session.functions.isEmpty && session.types.isEmpty)
  }
}
