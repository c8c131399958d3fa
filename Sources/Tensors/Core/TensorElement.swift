/// What an element of a tensor can be. A later case can hold every value of an earlier one.
package enum ElementKind: Int, Comparable, Sendable {
  case float32, float64, formula

  package static func < (a: ElementKind, b: ElementKind) -> Bool { a.rawValue < b.rawValue }

  /// The Swift type of such an element. Passing it to a generic parameter picks the function's version for that type.
  package var type: any TensorElement.Type {
    switch self {
    case .float32: Float.self
    case .float64: Double.self
    case .formula: Formula.self
    }
  }
}

/// A type that the sums and products of the engine are written for once: `Float`, `Double` and `Formula`.
///
/// It refines `Numeric`, and adds no arithmetic of its own, so that `+` and `*` in a specialised function are the
/// processor's own.
package protocol TensorElement: Numeric {
  static var kind: ElementKind { get }
  init(number: Double)
}

extension Float: TensorElement {
  package static var kind: ElementKind { .float32 }
  package init(number: Double) { self.init(number) }
}

extension Double: TensorElement {
  package static var kind: ElementKind { .float64 }
  package init(number: Double) { self = number }
}

extension Formula: TensorElement {
  package static var kind: ElementKind { .formula }
}
