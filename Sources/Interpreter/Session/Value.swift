/// What crosses the border between a learner's program and native code.
///
/// Inside the machine values are typed words and references; this enum is only the border's currency.
package indirect enum Value {
  case void
  case bool(Bool)
  case int(Int)
  case double(Double)
  case float(Float)
  case string(String)
  /// Arrays of numbers travel unboxed: an argument of type `[Int]` or `[Double]` always arrives as these.
  case ints([Int])
  case doubles([Double])
  case array([Value])
  case dictionary([(key: Value, value: Value)])
  case tuple([Value])
  /// An optional without, and with, a value.
  case none
  case some(Value)
  /// `a..<b` and `a...b` over `Int`; a bound that is not written (`2...`, `..<4`, `...`) is nil.
  case range(lower: Int?, upper: Int?, isClosed: Bool)
  case function(FunctionValue)
  case object(HostObject)
  /// A struct, enum or class that the learner declared: passed through, described, never inspected.
  case opaque(OpaqueValue)
}

/// A native type's value, such as a tensor. The host subclasses it once a type.
///
/// Values are values: before an object is changed in place the machine makes sure that nobody else holds it,
/// by `copied()`. `open`, and so `public`, because only open classes have subclasses in other modules.
open class HostObject {
  public init() {}
  /// The name of the type in the language, `Tensor`.
  open var typeName: String { "object" }
  /// What `print` shows.
  open var text: String { typeName }
  open func copied() -> HostObject { self }
  /// Whether `==` holds; nil where the type is not `Equatable`.
  open func isEqual(to other: HostObject) -> Bool? { nil }

  /// Reads one element, `x[0, 1]`: the machine has an instruction for it that avoids the detour through `Value`.
  ///
  /// - Throws: `NativeFailure` for a wrong number of indices or an index out of range.
  open func element(at indices: UnsafeBufferPointer<Int>) throws -> Double {
    throw NativeFailure("a value of type \(typeName) has no elements")
  }
  open func setElement(at indices: UnsafeBufferPointer<Int>, to value: Double) throws {
    throw NativeFailure("a value of type \(typeName) has no elements")
  }
}
