import Interpreter

/// A Swift type whose values cross between the engine and the language.
protocol Bridged {
  /// What the language calls the type, for messages.
  static var languageName: String { get }
  static func fromLanguage(_ value: Value) throws -> Self
  func toLanguage() -> Value
  /// Changes the value that `object` holds; nobody else holds that object. The result is the changed value.
  static func change(_ object: Value, _ body: (inout Self) throws -> Void) throws -> Value
  /// Arrays of numbers travel unboxed, so each element type says how an array of it travels.
  static func arrayFromLanguage(_ value: Value) throws -> [Self]
  static func arrayToLanguage(_ array: [Self]) -> Value
}

extension Bridged {
  static func change(_ object: Value, _ body: (inout Self) throws -> Void) throws -> Value {
    var changed = try fromLanguage(object)
    try body(&changed)
    return changed.toLanguage()
  }

  static func arrayFromLanguage(_ value: Value) throws -> [Self] {
    switch value {
    case .array(let elements): try elements.map(fromLanguage)
    case .ints(let elements): try elements.map { try fromLanguage(.int($0)) }
    case .doubles(let elements): try elements.map { try fromLanguage(.double($0)) }
    default: throw mismatch(value, "[\(languageName)]")
    }
  }

  static func arrayToLanguage(_ array: [Self]) -> Value {
    .array(array.map { $0.toLanguage() })
  }
}

/// The type checker lets only fitting values through; this is what a hole in it would say.
func mismatch(_ value: Value, _ expected: String) -> NativeFailure {
  NativeFailure("a value of type \(expected) is needed here, and this is \(value.kindName)")
}

// MARK: - What generated code calls

/// Argument `index`, as the engine's parameter needs it.
func argument<T: Bridged>(_ arguments: [Value], _ index: Int, as _: T.Type) throws -> T {
  try T.fromLanguage(value(arguments, index))
}

/// Calls a mutating function or setter on argument 0, `self`, and gives the changed `self`.
func changing<T: Bridged>(_ arguments: [Value], as _: T.Type, _ body: (inout T) throws -> Void) throws -> Value {
  try T.change(value(arguments, 0), body)
}

/// Argument `index`, a closure or function of the learner's.
func functionArgument(_ arguments: [Value], _ index: Int) throws -> FunctionValue {
  guard case .function(let function) = try value(arguments, index) else {
    throw mismatch(try value(arguments, index), "function")
  }
  return function
}

/// Argument `index`, a tuple.
func tupleArgument<each Element: Bridged>(
  _ arguments: [Value], _ index: Int, as types: repeat (each Element).Type
) throws -> (repeat each Element) {
  guard case .tuple(let elements) = try value(arguments, index) else {
    throw mismatch(try value(arguments, index), "tuple")
  }
  var next = 0
  func element<T: Bridged>(_: T.Type) throws -> T {
    defer { next += 1 }
    return try argument(elements, next, as: T.self)
  }
  return (repeat try element(each types))
}

private func value(_ arguments: [Value], _ index: Int) throws -> Value {
  guard arguments.indices.contains(index) else {
    throw NativeFailure("argument \(index + 1) is missing")
  }
  return arguments[index]
}

// MARK: - The standard library's types

extension Int: Bridged {
  static var languageName: String { "Int" }
  static func fromLanguage(_ value: Value) throws -> Int {
    guard case .int(let number) = value else { throw mismatch(value, languageName) }
    return number
  }
  func toLanguage() -> Value { .int(self) }
  static func arrayFromLanguage(_ value: Value) throws -> [Int] {
    switch value {
    case .ints(let numbers): numbers
    case .array(let elements): try elements.map(fromLanguage)
    default: throw mismatch(value, "[Int]")
    }
  }
  static func arrayToLanguage(_ array: [Int]) -> Value { .ints(array) }
}

extension Double: Bridged {
  static var languageName: String { "Double" }
  static func fromLanguage(_ value: Value) throws -> Double {
    guard case .double(let number) = value else { throw mismatch(value, languageName) }
    return number
  }
  func toLanguage() -> Value { .double(self) }
  static func arrayFromLanguage(_ value: Value) throws -> [Double] {
    switch value {
    case .doubles(let numbers): numbers
    case .array(let elements): try elements.map(fromLanguage)
    default: throw mismatch(value, "[Double]")
    }
  }
  static func arrayToLanguage(_ array: [Double]) -> Value { .doubles(array) }
}

extension Float: Bridged {
  static var languageName: String { "Float" }
  static func fromLanguage(_ value: Value) throws -> Float {
    guard case .float(let number) = value else { throw mismatch(value, languageName) }
    return number
  }
  func toLanguage() -> Value { .float(self) }
}

extension Bool: Bridged {
  static var languageName: String { "Bool" }
  static func fromLanguage(_ value: Value) throws -> Bool {
    guard case .bool(let truth) = value else { throw mismatch(value, languageName) }
    return truth
  }
  func toLanguage() -> Value { .bool(self) }
}

extension String: Bridged {
  static var languageName: String { "String" }
  static func fromLanguage(_ value: Value) throws -> String {
    guard case .string(let text) = value else { throw mismatch(value, languageName) }
    return text
  }
  func toLanguage() -> Value { .string(self) }
}

extension Array: Bridged where Element: Bridged {
  static var languageName: String { "[\(Element.languageName)]" }
  static func fromLanguage(_ value: Value) throws -> [Element] { try Element.arrayFromLanguage(value) }
  func toLanguage() -> Value { Element.arrayToLanguage(self) }
}

extension Optional: Bridged where Wrapped: Bridged {
  static var languageName: String { "\(Wrapped.languageName)?" }
  static func fromLanguage(_ value: Value) throws -> Wrapped? {
    switch value {
    case .none: nil
    case .some(let wrapped): try Wrapped.fromLanguage(wrapped)
    default: throw mismatch(value, languageName)
    }
  }
  func toLanguage() -> Value { map { .some($0.toLanguage()) } ?? .none }
}

/// What a generic parameter of the engine is in the language: any value, handed through.
extension Value: Bridged {
  static var languageName: String { "any type" }
  static func fromLanguage(_ value: Value) throws -> Value { value }
  func toLanguage() -> Value { self }

  /// `an Int`, for messages.
  var kindName: String {
    switch self {
    case .void: "no value"
    case .bool: "a Bool"
    case .int: "an Int"
    case .double: "a Double"
    case .float: "a Float"
    case .string: "a String"
    case .ints: "an array of Int"
    case .doubles: "an array of Double"
    case .array: "an array"
    case .dictionary: "a dictionary"
    case .tuple: "a tuple"
    case .none, .some: "an optional"
    case .range: "a range"
    case .steps: "a stride"
    case .function: "a function"
    case .object(let object): "a \(object.typeName)"
    case .opaque: "a type of your own"
    }
  }
}
