import Foundation
import Tensors

/// The parameters of a case: what JSON holds under a name.
package struct Parameters: Decodable, Sendable {
  private enum Value: Decodable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case ints([Int])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .null
      } else if let value = try? container.decode(Bool.self) {
        self = .bool(value)
      } else if let value = try? container.decode(Int.self) {
        self = .int(value)
      } else if let value = try? container.decode(Double.self) {
        self = .double(value)
      } else if let value = try? container.decode(String.self) {
        self = .string(value)
      } else {
        self = .ints(try container.decode([Int].self))
      }
    }
  }

  private let values: [String: Value]

  package init(from decoder: any Decoder) throws {
    values = try decoder.singleValueContainer().decode([String: Value].self)
  }

  func isNull(_ name: String) -> Bool {
    if case .null = values[name] { return true }
    return false
  }

  func value<T>(_ name: String, as type: T.Type) throws -> T {
    let found: Any? =
      switch values[name] {
      case .bool(let value): value
      case .int(let value): T.self == Double.self ? Double(value) : value
      case .double(let value): value
      case .string(let value): value
      case .ints(let value): value
      case .null, nil: nil
      }
    guard let value = found as? T else { throw TensorError("the case has no parameter '\(name)' of type \(type)") }
    return value
  }
}
