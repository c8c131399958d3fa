import Foundation
import OperatorCases

// Compares the engine with what PyTorch computed: `conformance FILE.npz`, a file as `make_fixtures.py` writes them, named
// after its operator. Prints the largest errors as JSON; 1 if some are too large, 2 if the file cannot be used.

let files = CommandLine.arguments.dropFirst().map { URL(fileURLWithPath: $0) }
guard files.count == 1, let file = files.first else {
  print("usage: conformance OPERATOR.npz")
  exit(2)
}
let name = file.deletingPathExtension().lastPathComponent
guard let row = operatorRows.first(where: { $0.name == name }) else {
  print("no row for '\(name)' in Tests/OperatorCases")
  exit(2)
}
do {
  let result = try Conformance(row, OperatorCase.read(file))
  let encoder = JSONEncoder()
  encoder.nonConformingFloatEncodingStrategy = .convertToString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
  print(String(decoding: try encoder.encode(result), as: UTF8.self))
  exit(result.problems.isEmpty ? 0 : 1)
} catch {
  print("\(file.lastPathComponent): \(error)")
  exit(2)
}
