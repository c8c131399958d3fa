import Bindings
import Checking
import Interpreter
import Tensors

/// The words that only check blocks have. Each call is one case of the verdict named `what`; none of them stops the
/// block.
func checkLibrary(recorder: Recorder) -> NativeLibrary {
  let equalities = ["Tensor", "Double", "[Double]", "Int", "[Int]", "Bool", "String"].map { type in
    Native(
      "func expectEqual(_ what: String, _ answer: \(type), _ expected: \(type), tolerance: Double = 1e-9)",
      documentation: "Expects every element of `answer` to be that of `expected`."
    ) { arguments, _ in
      try expectEqual(Arguments(values: arguments), recorder)
      return .void
    }
  }
  let shape = Native(
    "func expectShape(_ what: String, _ answer: Tensor, _ shape: [Int])",
    documentation: "Expects `answer` to have this shape."
  ) { arguments, _ in
    try expectShape(Arguments(values: arguments), recorder)
    return .void
  }
  let gradient = Native(
    """
    func expectGradient(_ what: String, _ answer: Tensor, of forward: (Tensor) -> Tensor, at x: Tensor, \
    upstream: Tensor)
    """,
    documentation:
      "Expects `answer` to be the gradient of `forward` at `x`, by central differences in double precision."
  ) { arguments, context in
    try expectGradient(Arguments(values: arguments), context, recorder)
    return .void
  }
  return NativeLibrary(natives: [shape, gradient] + equalities)
}

/// Central differences have an error of their own, about 1e-10 of the largest element.
private let gradientTolerance = 1e-6

private func expectShape(_ arguments: Arguments, _ recorder: Recorder) throws {
  guard case .ints(let shape) = try arguments.value(2) else { throw NativeFailure("a shape is an array of Int") }
  let answer = try arguments.recorded(1)
  recorder.add(
    Expectation(
      what: try arguments.what(), kind: .shape, answer: answer,
      finding: .shapes(answer: answer.shape ?? [], expected: shape)))
}

private func expectEqual(_ arguments: Arguments, _ recorder: Recorder) throws {
  let answer = try arguments.recorded(1)
  var result = Expectation.Finding.notCompared
  if recorder.mode == .judging {
    guard case .double(let tolerance) = try arguments.value(3) else { throw NativeFailure("a tolerance is a Double") }
    result = finding(answer, try arguments.recorded(2), tolerance: tolerance)
  }
  recorder.add(Expectation(what: try arguments.what(), kind: .value, answer: answer, finding: result))
}

private func expectGradient(_ arguments: Arguments, _ context: NativeContext, _ recorder: Recorder) throws {
  let answer = try arguments.tensor(1)
  var result = Expectation.Finding.notCompared
  if recorder.mode == .judging {
    guard case .function(let forward) = try arguments.value(2) else { throw NativeFailure("a function is needed here") }
    let isSingle = answer.dtype == .float32
    let comparison = try GradientComparison(
      answer,
      of: { x in
        try context.poll()
        guard let output = try context.call(forward, [Value(x)]).tensor else {
          throw NativeFailure("the function gives no tensor")
        }
        return output
      }, at: arguments.tensor(3), upstream: arguments.tensor(4), atol: (isSingle ? 1e-5 : 1e-7) * scale(of: answer),
      rtol: isSingle ? 1e-4 : gradientTolerance
    ).comparison
    result = .tensors(comparison)
  }
  recorder.add(Expectation(what: try arguments.what(), kind: .gradient, answer: .tensor(answer), finding: result))
}

/// What a check word was called with. The type checker lets only fitting values through.
private struct Arguments {
  let values: [Value]

  func value(_ index: Int) throws -> Value {
    guard values.indices.contains(index) else { throw NativeFailure("argument \(index + 1) is missing") }
    return values[index]
  }

  func what() throws -> String {
    guard case .string(let what) = try value(0) else { throw NativeFailure("the first argument names the verdict") }
    return what
  }

  /// Without its history: what the judge keeps is not to be differentiated.
  func tensor(_ index: Int) throws -> Tensor {
    guard let tensor = try value(index).tensor else { throw NativeFailure("a tensor is needed here") }
    return tensor.detached()
  }

  func recorded(_ index: Int) throws -> RecordedValue {
    switch try value(index) {
    case .int(let number): return .tensor(try Tensor(Double(number)))
    case .double(let number): return .tensor(try Tensor(number))
    case .ints(let numbers): return .tensor(try Tensor(numbers.map(Double.init)))
    case .doubles(let numbers): return .tensor(try Tensor(numbers))
    case .array(let values) where values.isEmpty: return .tensor(try Tensor([Double]()))
    case .bool(let truth): return .text(truth ? "true" : "false")
    case .string(let text): return .text("\"\(text)\"")
    default: return .tensor(try tensor(index))
    }
  }
}
