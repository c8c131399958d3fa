import Bindings
import Interpreter
import Tensors
import Testing

/// Calls natives as the machine does. No closures: those need a running session.
private final class Context: NativeContext {
  var isInterrupted = false
  func call(_ function: FunctionValue, _ arguments: [Value]) throws -> Value {
    throw NativeFailure("no functions here")
  }
  func write(_ text: String) throws {}
  func show(_ display: any Display) throws {}
  func poll() throws { if isInterrupted { throw NativeFailure("stopped") } }
}

@Suite struct ConversionTests {
  private let library = engineLibrary()
  private let context = Context()

  private func native(_ owner: String?, _ start: String) throws -> Native {
    try #require(library.natives.first { $0.owner == owner && $0.signature.hasPrefix(start) }, "\(start)")
  }

  private func call(_ owner: String?, _ start: String, _ arguments: Value...) throws -> Value {
    try native(owner, start).body(arguments, context)
  }

  private func matrix() throws -> Value {
    try call("Tensor", "init(_ rows:", .array([.doubles([1, 2, 3]), .doubles([4, 5, 6])]))
  }

  /// The sentence of a failure, and not the way it is wrapped.
  private func failure(_ body: () throws -> Value) -> String {
    do {
      _ = try body()
      return "no failure"
    } catch {
      return "\(error)"
    }
  }

  @Test func nestedArraysCross() throws {
    let x = try #require(try matrix().tensor)
    #expect(x.shape == [2, 3])
    #expect(x.elements == [1, 2, 3, 4, 5, 6])
  }

  @Test func numbersListsAndEnumsCrossBothWays() throws {
    let zeros = try call("Tensor", "static func zeros", .ints([2, 1]), .int(0))
    #expect(zeros.tensor?.dtype == .float32)
    guard case .int(let dtype) = try call("Tensor", "var dtype", zeros) else { throw NativeFailure("no Int") }
    #expect(dtype == 0)
    guard case .ints(let shape) = try call("Tensor", "var shape", try matrix()) else { throw NativeFailure("no [Int]") }
    #expect(shape == [2, 3])
    guard case .doubles(let elements) = try call("Tensor", "var elements", try matrix()) else {
      throw NativeFailure("no [Double]")
    }
    #expect(elements == [1, 2, 3, 4, 5, 6])
  }

  @Test func optionalsCrossBothWays() throws {
    guard case .none = try call("Tensor", "var gradient", try matrix()) else { throw NativeFailure("not nil") }
    let x = try call("Tensor", "func requiringGradient", try matrix())
    _ = try call("Tensor", "func backward(retainGraph", try call("Tensor", "func sum()", x), .bool(false))
    guard case .some(let gradient) = try call("Tensor", "var gradient", x) else { throw NativeFailure("nil") }
    #expect(gradient.tensor?.elements == [1, 1, 1, 1, 1, 1])
  }

  @Test func operandsKeepTheirSides() throws {
    let x = try call("Tensor", "init(_ values: [Double])", .doubles([1, 4]))
    #expect(try call("Tensor", "static func - (left: Double", .double(10), x).tensor?.elements == [9, 6])
    #expect(
      try call("Tensor", "static func - (left: Tensor, right: Double", x, .double(10)).tensor?.elements == [-9, -6])
    #expect(try call("Tensor", "static func / (left: Double", .double(8), x).tensor?.elements == [8, 2])
    #expect(try call("Tensor", "static prefix func -", x).tensor?.elements == [-1, -4])
  }

  @Test func rangesSelectPartsAndReplaceThem() throws {
    let x = try matrix()
    let part = try call(
      "Tensor", "subscript(indices: any TensorIndex...)", x,
      .array([.int(1), .range(lower: 1, upper: 3, isClosed: false)]))
    #expect(part.tensor?.elements == [5, 6])
    let column = try call(
      "Tensor", "subscript(indices: any TensorIndex...)", x,
      .array([.range(lower: nil, upper: nil, isClosed: false), .range(lower: 2, upper: nil, isClosed: false)]))
    #expect(column.tensor?.shape == [2, 1])

    let setter = try #require(try native("Tensor", "subscript(indices: any TensorIndex...)").setter)
    let changed = try setter([x, .array([.int(0), .range(lower: nil, upper: 1, isClosed: true)]), part], context)
    #expect(changed.tensor?.elements == [5, 6, 3, 4, 5, 6])
    #expect(x.tensor?.elements == [5, 6, 3, 4, 5, 6], "in place: the machine hands over an object of its own")
  }

  @Test func rangesInTheWrongOrderDoNotTrap() throws {
    let x = try matrix()
    let message = failure {
      try call(
        "Tensor", "subscript(indices: any TensorIndex...)", x, .array([.range(lower: 2, upper: 1, isClosed: false)]))
    }
    #expect(message == "a range starts at its lower bound: 2 is above 1")
  }

  @Test func elementsAreReadAndWrittenInPlace() throws {
    guard case .object(let object) = try matrix() else { throw NativeFailure("no object") }
    let copy = object.copied()
    try [1, 0].withUnsafeBufferPointer { try object.setElement(at: $0, to: 70) }
    #expect(try [1, 0].withUnsafeBufferPointer { try object.element(at: $0) } == 70)
    #expect(try [1, 0].withUnsafeBufferPointer { try copy.element(at: $0) } == 4)
    #expect(object.isEqual(to: copy) == false)
    #expect(copy.isEqual(to: copy.copied()) == true)
  }

  @Test(arguments: [[3], [2, 3], [2, 3, 4], [2, 1, 3, 2]], [0, 1])
  func everyElementIsWhereTheEngineHasIt(shape: [Int], dtype: Int) throws {
    guard case .object(let object) = try call("Tensor", "static func zeros", .ints(shape), .int(dtype)) else {
      throw NativeFailure("no object")
    }
    let count = shape.reduce(1, *)
    for position in 0..<count {
      var rest = position
      let indices = Array(
        shape.reversed().map { size in
          defer { rest /= size }
          return rest % size
        }.reversed())
      try indices.withUnsafeBufferPointer { try object.setElement(at: $0, to: Double(position)) }
      #expect(try indices.withUnsafeBufferPointer { try object.element(at: $0) } == Double(position))
    }
    #expect(Value.object(object).tensor?.elements == (0..<count).map(Double.init))
    for axis in shape.indices {
      for wrong in [-1, shape[axis], Int.max, Int.min] {
        var indices = shape.map { _ in 0 }
        indices[axis] = wrong
        #expect(throws: (any Error).self) { try indices.withUnsafeBufferPointer { try object.element(at: $0) } }
        #expect(throws: (any Error).self) {
          try indices.withUnsafeBufferPointer { try object.setElement(at: $0, to: 1) }
        }
      }
    }
    let short = Array(shape.dropLast().map { _ in 0 })
    #expect(throws: (any Error).self) { try short.withUnsafeBufferPointer { try object.element(at: $0) } }
  }

  @Test func sentencesOfTheEnginePassThrough() throws {
    let x = try matrix()
    #expect(
      failure { try call("Tensor", "subscript(indices: Int...)", x, .ints([1, 3])) }
        == "index 3 is out of range: axis 1 has 3 elements (0 to 2)")
  }

  @Test func wrongValuesAreSentencesAndNotTraps() throws {
    #expect(
      failure { try call("Tensor", "func reshaped", try matrix(), .string("2")) }
        == "a value of type [Int] is needed here, and this is a String")
    #expect(
      failure { try call("Tensor", "func reshaped", .int(1), .ints([2])) }
        == "a value of type Tensor is needed here, and this is an Int")
    #expect(failure { try call("Tensor", "func reshaped", try matrix()) } == "argument 2 is missing")
    #expect(
      failure { try call("Tensor", "static func zeros", .ints([2]), .int(7)) }
        == "a value of type DType is needed here, and this is an Int")
    #expect(
      failure { try call("Tensor", "init(_ rows:", .array([.ints([1, 2])])) }
        == "a value of type [Double] is needed here, and this is an array of Int")
  }

  @Test func longWorkStopsWhenTheContextSaysSo() throws {
    let a = try call("Tensor", "static func ones", .ints([1000, 1000]), .int(1))
    context.isInterrupted = true
    // The machine runs everything inside of this.
    let aroundRun = try #require(library.aroundRun)
    var sentence = ""
    aroundRun(context) {
      sentence = failure { try call(nil, "func matmul", a, a) }
      return false
    }
    #expect(sentence == "stopped")
    context.isInterrupted = false
    #expect(try call(nil, "func matmul", a, a).tensor?.shape == [1000, 1000])
  }

  @Test func everyWordHasADocCommentWithAnExample() {
    for native in library.natives where !native.signature.hasPrefix("var description") {
      #expect(native.documentation.contains("```swift"), "\(native.signature)")
    }
    #expect(library.natives.count > 80)
  }
}
