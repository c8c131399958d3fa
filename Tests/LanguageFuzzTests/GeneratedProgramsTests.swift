import ProgramGenerator
import Testing

/// Random programs behave here as the Swift compiler makes them behave. By hand, with other seeds:
/// `language-fuzz compare --seed 1000 --count 500 --reduce`.
@Suite struct GeneratedProgramsTests {
  static let batchSize = 25
  static let firstSeed: UInt64 = 40_000
  /// Programs of a batch that the Swift compiler may refuse or give up ("unable to type-check in reasonable time").
  static let mostRefused = 3

  @Test(arguments: 0..<8)
  func behaveAsCompiled(batch: Int) throws {
    let programs = (0..<Self.batchSize).map { place in
      ProgramGenerator.program(seed: Self.firstSeed + UInt64(batch * Self.batchSize + place), number: place)
    }
    let compiled = try Comparison.compiled(programs)
    #expect(compiled.count == programs.count)
    var refused = 0
    for (program, theirs) in zip(programs, compiled) {
      if case .refused = theirs.end {
        refused += 1
        continue
      }
      let (ours, complaint) = Comparison.interpreted(GeneratedProgram.preamble + program.called)
      if let difference = Comparison.difference(ours, theirs) {
        Issue.record("seed \(program.seed): \(difference)\n\(complaint)\n\(program.called)")
      }
    }
    #expect(refused <= Self.mostRefused)
  }

  /// The same with the variables on the top level, where each program is one of its own.
  @Test(arguments: [50_001, 50_002, 50_003, 50_004] as [UInt64])
  func behaveAsCompiledOnTheTopLevel(seed: UInt64) throws {
    let program = ProgramGenerator.program(seed: seed, number: 0, isTopLevel: true)
    let text = GeneratedProgram.preamble + program.topLevel
    let (ours, complaint) = Comparison.interpreted(text)
    let difference = Comparison.difference(ours, try Comparison.compiled(text))
    #expect(difference == nil, "\(complaint)\n\(text)")
  }

  @Test func aSeedMakesTheSameProgramAlways() {
    let texts = (0..<2).map { _ in ProgramGenerator.program(seed: 7, number: 1).called }
    #expect(texts[0] == texts[1])
    #expect(texts[0] != ProgramGenerator.program(seed: 8, number: 1).called)
  }

  /// What the comparison must see.
  @Test(arguments: [
    ("print(1)", "print(2)", "line 1\n  ours:   1\n  swiftc: 2\n  ends: done, done"),
    ("print(1)", "print(1); fatalError()", "ends: ours done, swiftc stopped"),
    ("print(1", "print(1)", "ours: refused("),
  ])
  func differencesAreSeen(ours: String, theirs: String, difference: String) throws {
    let (behaviour, _) = Comparison.interpreted(ours)
    let found = Comparison.difference(behaviour, try Comparison.compiled(theirs)) ?? "none"
    #expect(found.hasPrefix(difference))
  }

  @Test func reductionKeepsWhatMatters() {
    let text = "let a = 1\nif a > 0 {\n  print(a)\n  print(2)\n}\nprint(3)\n"
    #expect(Reducer.reduced(text) { $0.contains("print(2)") } == "  print(2)")
  }
}
