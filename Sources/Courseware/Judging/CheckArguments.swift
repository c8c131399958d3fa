import Bindings
import Interpreter
import Tensors

/// What a check word was called with. The type checker lets only fitting values through.
struct CheckArguments {
  let values: [Value]
  let context: any NativeContext
  let recorder: Recorder
  var mode: Recorder.Mode { recorder.mode }

  func value(_ index: Int) throws -> Value {
    guard values.indices.contains(index) else { throw NativeFailure("argument \(index + 1) is missing") }
    return values[index]
  }

  func text(_ index: Int) throws -> String {
    guard case .string(let text) = try value(index) else { throw NativeFailure("a String is needed here") }
    return text
  }

  func double(_ index: Int) throws -> Double {
    guard case .double(let number) = try value(index) else { throw NativeFailure("a Double is needed here") }
    return number
  }

  /// Without its history: what the judge keeps is not to be differentiated.
  func tensor(_ index: Int) throws -> Tensor { try Self.tensor(value(index)) }

  func tensors(_ index: Int) throws -> [Tensor] {
    guard case .array(let values) = try value(index) else { throw NativeFailure("an array of tensors is needed here") }
    return try values.map(Self.tensor)
  }

  private static func tensor(_ value: Value) throws -> Tensor {
    guard let tensor = value.tensor else { throw NativeFailure("a tensor is needed here") }
    return tensor.detached()
  }

  /// A function from a tensor to a tensor.
  func function(_ index: Int) throws -> (Tensor) throws -> Tensor {
    { x in try call(index, Value(x)) }
  }

  func call(_ index: Int, _ argument: Value) throws -> Tensor {
    guard case .function(let function) = try value(index) else { throw NativeFailure("a function is needed here") }
    try context.poll()
    guard let result = try context.call(function, [argument]).tensor else {
      throw NativeFailure("the function gives no tensor")
    }
    return result
  }

  func recorded(_ index: Int) throws -> RecordedValue {
    switch try value(index) {
    case .int(let number): .tensor(try Tensor(Double(number)))
    case .double(let number): .tensor(try Tensor(number))
    case .float(let number): .tensor(try Tensor([Double(number)], shape: [], dtype: .float32))
    case .ints(let numbers): .tensor(try Tensor(numbers.map(Double.init)))
    case .doubles(let numbers): .tensor(try Tensor(numbers))
    case .array(let values): try Self.recorded(values)
    case .bool(let truth): .text(truth ? "true" : "false")
    case .string(let text): .text("\"\(text)\"")
    default: .tensor(try tensor(index))
    }
  }

  /// Rows of numbers are a tensor; rows of several lengths, and texts, are what is printed of them.
  private static func recorded(_ values: [Value]) throws -> RecordedValue {
    if values.isEmpty { return .tensor(try Tensor([Double]())) }
    let floats = values.compactMap { if case .float(let number) = $0 { Double(number) } else { nil } }
    if floats.count == values.count { return .tensor(try Tensor(floats, shape: [floats.count], dtype: .float32)) }
    let rows = values.compactMap { if case .doubles(let row) = $0 { row } else { nil } }
    if rows.count == values.count {
      let isTable = rows.allSatisfy { $0.count == rows[0].count }
      return isTable ? .tensor(try Tensor(rows)) : .text("\(rows)")
    }
    let texts = values.map { if case .string(let text) = $0 { "\"\(text)\"" } else { "\($0)" } }
    return .text("[\(texts.joined(separator: ", "))]")
  }
}
