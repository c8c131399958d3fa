import Foundation
import OperatorCases
import Testing

/// Every operator against numbers from PyTorch (`python3 Tests/Fixtures/make_fixtures.py`), and against differences.
@Suite struct FixtureTests {
  @Test(arguments: operatorRows.map(\.name))
  func matchesPyTorch(name: String) throws {
    let row = try #require(operatorRows.first { $0.name == name })
    let cases = try OperatorCase.fixtures(of: name)
    #expect(cases.count >= 20)
    let problems = Conformance(row, cases).problems
    #expect(problems.isEmpty, "\(problems.prefix(5).joined(separator: "\n"))")
  }

  @Test(arguments: operatorRows.map(\.name))
  func gradientsMatchFiniteDifferences(name: String) throws {
    let row = try #require(operatorRows.first { $0.name == name })
    for (number, example) in try OperatorCase.fixtures(of: name).enumerated() {
      guard let report = try example.checkedGradients(row) else { continue }
      #expect(report.passed, "case \(number): \(report)")
    }
  }

  @Test(arguments: operatorRows.filter(\.hasSecondDerivative).map(\.name))
  func secondDerivativesMatchFiniteDifferences(name: String) throws {
    let row = try #require(operatorRows.first { $0.name == name })
    for (number, example) in try OperatorCase.fixtures(of: name).prefix(10).enumerated() {
      guard let report = try example.checkedSecondDerivatives(row) else { continue }
      #expect(report.passed, "case \(number): \(report)")
    }
  }

  @Test func everyFileHasARow() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: OperatorCase.folder.path)
      .filter { $0.hasSuffix(".npz") }.map { String($0.dropLast(4)) }
    #expect(files.sorted() == operatorRows.map(\.name).sorted())
  }
}
