import Foundation
import Tensors
import Testing

/// What PyTorch, SciPy and NumPy compute, written by `python3 Tests/Fixtures/make_references.py`.
struct References: Decodable {
  struct Data: Decodable {
    let shape: [Int]
    let elements: [Double]

    func tensor(_ dtype: DType = .float64) throws -> Tensor { try Tensor(elements, shape: shape, dtype: dtype) }
  }

  struct Convolution: Decodable {
    let stride: Int
    let padding: Int
    let dilation: Int
    let groups: Int
    let x: Data
    let k: Data
    let b: Data?
    let y: Data
    let dy: Data
    let dx: Data
    let dk: Data
    let db: Data?
  }

  struct Correlation: Decodable {
    let x: Data
    let f: Data
    let mode: String
    let correlate: Data
    let convolve: Data
  }

  struct Pooling: Decodable {
    let size: Int
    let stride: Int
    let x: Data
    let y: Data
    let dy: Data
    let dx: Data
  }

  struct Function: Decodable {
    let function: String
    let x: Data
    let y: Data
    let dy: Data
    let dx: Data
  }

  let conv2d: [Convolution]
  let correlation: [Correlation]
  let maxPool2d: [Pooling]
  let functions: [Function]

  static func load() throws -> References {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Fixtures/references.json")
    return try JSONDecoder().decode(References.self, from: Foundation.Data(contentsOf: file))
  }
}

/// The largest |a − b|; infinite if the shapes differ.
func distance(_ a: Tensor, _ b: Tensor) -> Double {
  guard a.shape == b.shape else { return .infinity }
  return zip(a.elements, b.elements).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
}

/// 1, 2, 3, … in a shape.
func ramp(_ shape: [Int]) throws -> Tensor {
  try Tensor((0..<shape.reduce(1, *)).map { Double($0 + 1) }, shape: shape)
}

/// The sentence of the error that `body` throws; nil if it throws none.
func message(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch {
    return "\(error)"
  }
}
