import Bindings
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
      try expectEqual(arguments, recorder)
      return .void
    }
  }
  let shape = Native(
    "func expectShape(_ what: String, _ answer: Tensor, _ shape: [Int])",
    documentation: "Expects `answer` to have this shape."
  ) { arguments, _ in
    guard case .ints(let shape) = arguments[2] else { throw NativeFailure("a shape is an array of Int") }
    let answer = RecordedValue.numbers(shape: recorded(arguments[1]).shape ?? [], elements: [])
    let comparison = ElementComparison(answerShape: answer.shape ?? [], expectedShape: shape)
    recorder.add(Expectation(what: try name(arguments), kind: .shape, answer: answer, comparison: comparison))
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
    try expectGradient(arguments, context, recorder)
    return .void
  }
  return NativeLibrary(natives: [shape, gradient] + equalities)
}

/// What gradients are compared with has an error of its own, about 1e-10 of the largest element for a linear function
/// and 1e-8 for a curved one.
private let gradientTolerance = 1e-6

private func expectEqual(_ arguments: [Value], _ recorder: Recorder) throws {
  let answer = recorded(arguments[1])
  var comparison: ElementComparison?
  if recorder.mode == .judging {
    guard case .double(let tolerance) = arguments[3] else { throw NativeFailure("a tolerance is a Double") }
    comparison = compare(answer, with: recorded(arguments[2]), tolerance: tolerance)
  }
  recorder.add(Expectation(what: try name(arguments), kind: .value, answer: answer, comparison: comparison))
}

private func expectGradient(_ arguments: [Value], _ context: NativeContext, _ recorder: Recorder) throws {
  let answer = recorded(arguments[1])
  var comparison: ElementComparison?
  if recorder.mode == .judging {
    comparison = try compareGradient(answer, arguments, context, recorder)
  }
  recorder.add(Expectation(what: try name(arguments), kind: .gradient, answer: answer, comparison: comparison))
}

private func compareGradient(
  _ answer: RecordedValue, _ arguments: [Value], _ context: NativeContext, _ recorder: Recorder
) throws -> ElementComparison {
  guard case .function(let forward) = arguments[2], case .numbers(let shape, let point, _) = recorded(arguments[3]),
    case .numbers(let upstreamShape, let upstream, _) = recorded(arguments[4])
  else { throw NativeFailure("expectGradient needs a function of a tensor, a point and an upstream gradient") }
  // With another shape there is nothing to compare element by element
  guard case .numbers(shape, let answers, let isSingle) = answer else {
    let expected = RecordedValue.numbers(shape: shape, elements: point)
    return compare(answer, with: expected, tolerance: gradientTolerance)
  }
  var scale = 1e-3
  func error(_ elements: [Double]) throws -> Double {
    try context.poll()
    let x = try Tensor(elements, shape: shape)
    let output = recorded(try context.call(forward, [Value(x)]))
    guard case .numbers(upstreamShape, let outputs, _) = output else {
      let sentence =
        "the forward function gives the shape \(output.shape ?? []), the upstream gradient has \(upstreamShape)"
      recorder.blameAuthor(sentence)
      throw NativeFailure(sentence)
    }
    return zip(outputs, upstream).reduce(0) { $0 + $1.0 * $1.1 }
  }
  let differences = try FiniteDifferences(
    at: point,
    agrees: { index, derivative in
      scale = max(scale, abs(derivative))
      let tolerance = isSingle ? 1e-5 : gradientTolerance
      return abs(derivative - answers[index]) <= tolerance * scale
    }, of: error)
  let expected = RecordedValue.numbers(shape: shape, elements: differences.gradient)
  return compare(answer, with: expected, tolerance: gradientTolerance, ignoring: differences.unknown)
}

private func name(_ arguments: [Value]) throws -> String {
  guard case .string(let what) = arguments.first else { throw NativeFailure("the first argument names the verdict") }
  return what
}

/// A value of the language, as the judge remembers it.
private func recorded(_ value: Value) -> RecordedValue {
  switch value {
  case .int(let number): return .numbers(shape: [], elements: [Double(number)])
  case .double(let number): return .numbers(shape: [], elements: [number])
  case .ints(let numbers): return .numbers(shape: [numbers.count], elements: numbers.map(Double.init))
  case .doubles(let numbers): return .numbers(shape: [numbers.count], elements: numbers)
  case .array(let values) where values.isEmpty: return .numbers(shape: [0], elements: [])
  case .bool(let truth): return .text(truth ? "true" : "false")
  case .string(let text): return .text("\"\(text)\"")
  case .object(let object):
    guard let tensor = value.tensor, !tensor.isSymbolic else { return .text(object.text) }
    return .numbers(shape: tensor.shape, elements: tensor.elements, isSinglePrecision: tensor.dtype == .float32)
  default: return .text("\(value)")
  }
}
