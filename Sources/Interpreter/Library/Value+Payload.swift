/// Short ways to the payload of an argument. The checker has made sure of the types; the messages are for mistakes in a
/// native's own signature.
extension Value {
  func asInt() throws -> Int {
    guard case .int(let value) = self else { throw NativeFailure("expected an Int, got \(self)") }
    return value
  }

  func asDouble() throws -> Double {
    switch self {
    case .double(let value): return value
    case .int(let value): return Double(value)
    case .float(let value): return Double(value)
    default: throw NativeFailure("expected a Double, got \(self)")
    }
  }

  func asFloat() throws -> Float {
    guard case .float(let value) = self else { throw NativeFailure("expected a Float, got \(self)") }
    return value
  }

  func asBool() throws -> Bool {
    guard case .bool(let value) = self else { throw NativeFailure("expected a Bool, got \(self)") }
    return value
  }

  func asString() throws -> String {
    guard case .string(let value) = self else { throw NativeFailure("expected a String, got \(self)") }
    return value
  }

  func asFunction() throws -> FunctionValue {
    guard case .function(let value) = self else { throw NativeFailure("expected a function, got \(self)") }
    return value
  }

  /// The elements of an array, whichever way they travel; the numbers of a bounded range.
  func asArray() throws -> [Value] {
    switch self {
    case .array(let values): return values
    case .ints(let values): return values.map { .int($0) }
    case .doubles(let values): return values.map { .double($0) }
    case .range(.some(let lower), .some(let upper), let isClosed):
      return (isClosed ? Array(lower...upper) : Array(lower..<upper)).map { .int($0) }
    default: throw NativeFailure("expected an array, got \(self)")
    }
  }

  static func optional(_ value: Value?) -> Value { value.map { .some($0) } ?? .none }
}

/// `1 element`, `3 elements`
func counted(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }
