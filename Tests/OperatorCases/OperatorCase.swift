import Foundation
import Interchange
import Tensors

/// Numbers in a shape, row after row.
package struct Numbers: Sendable {
  package let shape: [Int]
  package let elements: [Double]

  package func tensor(_ dtype: DType = .float64) throws -> Tensor { try Tensor(elements, shape: shape, dtype: dtype) }
}

/// One configuration of an operator, and what PyTorch computes for it in float64.
package struct OperatorCase: Sendable {
  package let parameters: Parameters
  /// What the operator gets, by name; those with a gradient in `gradients` are differentiable.
  package let inputs: [String: Numbers]
  package let results: [Numbers]
  /// The upstream gradient of each differentiable result, by its position.
  package let upstream: [Int: Numbers]
  package let gradients: [String: Numbers]

  /// Where `make_fixtures.py` leaves its files.
  package static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/Operators")

  /// The cases of an operator that are checked in.
  package static func fixtures(of name: String) throws -> [OperatorCase] {
    try read(folder.appendingPathComponent("\(name).npz"))
  }

  private struct Layout: Decodable {
    let parameters: Parameters
    let arrays: [Entry]
  }

  private struct Entry: Decodable {
    let name: String
    let shape: [Int]

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      name = try container.decode(String.self)
      shape = try container.decode([Int].self)
    }
  }

  /// Reads a file of `make_fixtures.py`: all numbers in a row, and a layout that says whose they are.
  package static func read(_ file: URL) throws -> [OperatorCase] {
    let arrays = try readNpz([UInt8](Data(contentsOf: file)))
    guard let layout = arrays["layout"], let numbers = arrays["numbers"]?.doubles else {
      throw TensorError("\(file.lastPathComponent) needs the arrays 'layout' and 'numbers'")
    }
    var rest = numbers[...]
    return try JSONDecoder().decode([Layout].self, from: Data(layout.doubles.map { UInt8($0) })).map { layout in
      var named: [String: [String: Numbers]] = [:]
      for entry in layout.arrays {
        let parts = entry.name.split(separator: "/", maxSplits: 1).map(String.init)
        let count = entry.shape.reduce(1, *)
        guard parts.count == 2, rest.count >= count else { throw TensorError("\(entry.name) does not fit its file") }
        named[parts[0], default: [:]][parts[1]] = Numbers(shape: entry.shape, elements: Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      let results = named["result"] ?? [:]
      return OperatorCase(
        parameters: layout.parameters, inputs: named["input"] ?? [:],
        results: (0..<results.count).compactMap { results["\($0)"] },
        upstream: Dictionary(
          uniqueKeysWithValues: (named["upstream"] ?? [:]).compactMap { key, array in
            Int(key).map { ($0, array) }
          }),
        gradients: named["gradient"] ?? [:])
    }
  }
}
