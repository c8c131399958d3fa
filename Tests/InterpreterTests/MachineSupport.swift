import Interpreter

/// Runs cells in one session, one after the other, and gives the last outcome.
@discardableResult
func run(_ cells: String..., limits: Limits = Limits(), library: NativeLibrary = NativeLibrary()) -> Outcome {
  let session = Session(library: library, limits: limits)
  var outcome = Outcome()
  for cell in cells { outcome = session.run(SourceText(cell, name: "cell")) }
  return outcome
}

extension Session {
  @discardableResult
  func run(_ text: String) -> Outcome { run(SourceText(text, name: "cell")) }
}

extension Outcome {
  /// The one message of a cell that failed, and the text that it points at.
  var fault: String? { diagnostics.count == 1 ? diagnostics[0].message : nil }
  var place: String? {
    guard let range = diagnostics.first?.range else { return nil }
    let bytes = Array(range.source.text.utf8)
    return String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }
}

/// A row of numbers that the host gives to the language; knows how often it was copied.
final class Row: HostObject {
  var numbers: [Double]
  var generation = 0
  init(_ numbers: [Double]) { self.numbers = numbers }

  override var typeName: String { "Row" }
  override var text: String { "Row\(numbers)" }
  override func copied() -> HostObject {
    let copy = Row(numbers)
    copy.generation = generation + 1
    return copy
  }
  override func isEqual(to other: HostObject) -> Bool? { (other as? Row)?.numbers == numbers }
  private func place(_ indices: UnsafeBufferPointer<Int>) throws -> Int {
    guard indices.count == 1 else { throw NativeFailure("a row needs 1 index, not \(indices.count)") }
    guard numbers.indices.contains(indices[0]) else {
      throw NativeFailure("index \(indices[0]) is out of range: the row has \(numbers.count) numbers")
    }
    return indices[0]
  }
  override func element(at indices: UnsafeBufferPointer<Int>) throws -> Double { numbers[try place(indices)] }
  override func setElement(at indices: UnsafeBufferPointer<Int>, to value: Double) throws {
    numbers[try place(indices)] = value
  }
}

private func row(_ value: Value) throws -> Row {
  guard case .object(let object) = value, let row = object as? Row else { throw NativeFailure("expected a Row") }
  return row
}

nonisolated(unsafe) let rows = NativeLibrary(
  types: [("Row", "A row of numbers.")], declarations: "extension Row: Equatable {}",
  natives: [
    Native("func row(_ numbers: [Double]) -> Row") { arguments, _ in
      guard case .doubles(let numbers) = arguments[0] else { throw NativeFailure("expected numbers") }
      return .object(Row(numbers))
    },
    Native(owner: "Row", "var count: Int { get }") { arguments, _ in .int(try row(arguments[0]).numbers.count) },
    Native(owner: "Row", "var generation: Int { get }") { arguments, _ in .int(try row(arguments[0]).generation) },
    Native(
      owner: "Row", "subscript(_ indices: Int...) -> Double { get set }", setter: { arguments, _ in arguments[0] }
    ) { _, _ in .double(0) },
    Native(owner: "Row", "mutating func negate()") { arguments, _ in
      .object(Row(try row(arguments[0]).numbers.map { -$0 }))
    },
    Native("func fail(_ message: String) -> Int") { arguments, _ in
      guard case .string(let message) = arguments[0] else { throw NativeFailure("expected a text") }
      throw NativeFailure(message)
    },
    Native("func twice(_ body: (Int) throws -> Int, _ x: Int) rethrows -> Int") { arguments, context in
      guard case .function(let body) = arguments[0] else { throw NativeFailure("expected a function") }
      return try context.call(body, [try context.call(body, [arguments[1]])])
    },
    Native("func keep(_ body: @escaping (Int) -> Int) -> Int") { arguments, _ in
      guard case .function(let body) = arguments[0] else { throw NativeFailure("expected a function") }
      kept = body
      return .int(0)
    },
  ])

nonisolated(unsafe) var kept: FunctionValue?
