/// The part of Swift's standard library that needs no instruction of its own: signatures as Swift text, bodies over `Value`.
///
/// Everything that the checker, completion and `:doc` know about these functions is read from the signatures. Functions
/// in inner loops (array elements, `count`, `append`, arithmetic, `print`) are the machine's own and not here.
enum StandardLibrary {
  static var natives: [Native] {
    arrayTransformations + arraySearches + arrayOrderings + arrayChanges + dictionaries + strings + mathematics
  }
}

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

/// `a < b` for the types that are `Comparable`: numbers and strings.
func isLess(_ left: Value, _ right: Value) throws -> Bool {
  switch (left, right) {
  case (.int(let left), .int(let right)): return left < right
  case (.double(let left), .double(let right)): return left < right
  case (.float(let left), .float(let right)): return left < right
  case (.string(let left), .string(let right)): return left < right
  default: throw NativeFailure("values of this type have no order")
  }
}

/// `a == b` for the types that are `Equatable`.
func isEqual(_ left: Value, _ right: Value) throws -> Bool {
  switch (left, right) {
  case (.void, .void), (.none, .none): return true
  case (.none, .some), (.some, .none): return false
  case (.some(let left), .some(let right)): return try isEqual(left, right)
  case (.bool(let left), .bool(let right)): return left == right
  case (.int(let left), .int(let right)): return left == right
  case (.double(let left), .double(let right)): return left == right
  case (.float(let left), .float(let right)): return left == right
  case (.string(let left), .string(let right)): return left == right
  case (.object(let left), .object(let right)):
    guard let result = left.isEqual(to: right) else { break }
    return result
  case (.tuple(let left), .tuple(let right)):
    return try left.count == right.count && zip(left, right).allSatisfy { try isEqual($0, $1) }
  case (.ints, _), (.doubles, _), (.array, _):
    let (left, right) = (try left.asArray(), try right.asArray())
    return try left.count == right.count && zip(left, right).allSatisfy { try isEqual($0, $1) }
  default: break
  }
  throw NativeFailure("values of this type cannot be compared")
}
