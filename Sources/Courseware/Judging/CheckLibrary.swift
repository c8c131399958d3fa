import Bindings
import Checking
import Interpreter
import Tensors

/// The words that only check blocks have. Each call is one case of the verdict that it names; none of them stops the
/// block.
func checkLibrary(recorder: Recorder) -> NativeLibrary {
  let words: [(signature: String, documentation: String, run: CheckWord)] =
    [
      (
        "func expectShape(_ what: String, _ answer: Tensor, _ shape: [Int])",
        "Expects `answer` to have this shape.", expectShape
      ),
      (
        "func expect(_ what: String, _ condition: Bool, _ sentence: String)",
        "Expects that `condition` holds; where it does not, `sentence` tells the learner what should.", expect
      ),
      (
        "func expectNear(_ what: String, _ answer: Tensor, _ expected: Tensor, within distance: Double)",
        "Expects every element of `answer` to be at most `distance` away from that of `expected`.", expectNear
      ),
      (
        "func expectNear(_ what: String, _ answer: Double, _ expected: Double, within distance: Double)",
        "Expects `answer` to be at most `distance` away from `expected`: a mean over many draws, for example.",
        expectNear
      ),
      (
        "func expectEqual(_ what: String, _ answer: Tensor, of reference: (Tensor) -> Tensor, at x: Tensor)",
        "Expects `answer` to be `reference(x)`. `:why` can tell then which elements of `x` an element is made of.",
        expectValue
      ),
      (
        """
        func expectGradient(_ what: String, _ answer: Tensor, of forward: (Tensor) -> Tensor, at x: Tensor, \
        upstream: Tensor)
        """,
        "Expects `answer` to be the gradient of `forward` at `x`, by central differences in double precision.",
        expectGradient
      ),
      (
        """
        func expectGradients(_ what: [String], _ answers: [Tensor], of forward: ([Tensor]) -> Tensor, \
        at inputs: [Tensor], upstream: Tensor)
        """,
        "Expects the gradients with respect to several inputs, each a verdict of its own: those of a whole layer.",
        expectGradients
      ),
    ]
    + ["Tensor", "Double", "[Double]", "[[Double]]", "Float", "[Float]", "Int", "[Int]", "Bool", "String", "[String]"]
    .map { type in
      (
        "func expectEqual(_ what: String, _ answer: \(type), _ expected: \(type), tolerance: Double = 1e-9)",
        "Expects every element of `answer` to be that of `expected`.", expectEqual
      )
    }
  let natives = words.map { word in
    Native(word.signature, documentation: word.documentation) { values, context in
      if recorder.mode != .ignoring {
        for expectation in try word.run(CheckArguments(values: values, context: context, recorder: recorder)) {
          recorder.add(expectation)
        }
      }
      return .void
    }
  }
  return NativeLibrary(natives: natives + caseWords())
}

/// What a check word does: the cases that its call makes.
typealias CheckWord = (CheckArguments) throws -> [Expectation]

private func expectShape(_ arguments: CheckArguments) throws -> [Expectation] {
  guard case .ints(let shape) = try arguments.value(2) else { throw NativeFailure("a shape is an array of Int") }
  let answer = try arguments.recorded(1)
  return [
    Expectation(
      what: try arguments.text(0), kind: .shape, answer: answer,
      finding: .shapes(answer: answer.shape ?? [], expected: shape))
  ]
}

private func expect(_ arguments: CheckArguments) throws -> [Expectation] {
  guard case .bool(let holds) = try arguments.value(1) else { throw NativeFailure("a condition is a Bool") }
  return [
    Expectation(
      what: try arguments.text(0), kind: .value, answer: .text(holds ? "true" : "false"),
      finding: .condition(holds, sentence: try arguments.text(2)))
  ]
}

private func expectEqual(_ arguments: CheckArguments) throws -> [Expectation] {
  let (answer, tolerance) = try (arguments.recorded(1), arguments.double(3))
  var expectation = Expectation(what: try arguments.text(0), kind: .value, answer: answer, tolerance: tolerance)
  if arguments.mode == .judging {
    let expected = try arguments.recorded(2)
    expectation.finding = finding(answer, expected, tolerance: tolerance)
    expectation.basis = [expected]
  }
  return [expectation]
}

private func expectNear(_ arguments: CheckArguments) throws -> [Expectation] {
  let (answer, distance) = try (arguments.recorded(1), arguments.double(3))
  var expectation = Expectation(what: try arguments.text(0), kind: .value, answer: answer, tolerance: .infinity)
  if arguments.mode == .judging, case .tensor(let numbers) = answer,
    case .tensor(let expected) = try arguments.recorded(2)
  {
    expectation.finding = .tensors(Comparison(numbers, expected: expected, atol: distance, rtol: 0))
    expectation.basis = [.tensor(expected)]
  }
  return [expectation]
}

private func expectValue(_ arguments: CheckArguments) throws -> [Expectation] {
  let answer = try arguments.tensor(1)
  var expectation = Expectation(what: try arguments.text(0), kind: .value, answer: .tensor(answer))
  if arguments.mode == .judging {
    let (reference, x) = try (arguments.function(2), arguments.tensor(3))
    let expected = try reference(x)
    expectation.finding = finding(.tensor(answer), .tensor(expected), tolerance: expectation.tolerance)
    expectation.basis = [.tensor(expected)]
    expectation.related = [
      RelatedTensor(.input, "this is the input, unchanged", x)
    ]
    if let first = expectation.comparison?.wrongElements.firstIndex(of: true), x.count <= 2000 {
      expectation.terms = try inputTerms(ofOutput: first, of: reference, at: x)
    }
  }
  return [expectation]
}

private func expectGradient(_ arguments: CheckArguments) throws -> [Expectation] {
  let answer = try arguments.tensor(1)
  let what = try arguments.text(0)
  guard arguments.mode == .judging else { return [Expectation(what: what, kind: .gradient, answer: .tensor(answer))] }
  return [
    try gradientExpectation(
      what, answer, of: arguments.function(2), at: arguments.tensor(3), upstream: arguments.tensor(4),
      cache: arguments.recorder.nextSlopes())
  ]
}

private func expectGradients(_ arguments: CheckArguments) throws -> [Expectation] {
  guard case .array(let names) = try arguments.value(0) else { throw NativeFailure("the names are an array of String") }
  let (answers, inputs) = try (arguments.tensors(1), arguments.tensors(3))
  guard names.count == answers.count && names.count == inputs.count else {
    throw NativeFailure(
      "each gradient has a name and an input: \(names.count) names, \(answers.count) gradients, \(inputs.count) inputs")
  }
  return try names.indices.map { index in
    guard case .string(let what) = names[index] else { throw NativeFailure("a name is a String") }
    guard arguments.mode == .judging else {
      return Expectation(what: what, kind: .gradient, answer: .tensor(answers[index]))
    }
    return try gradientExpectation(
      what, answers[index],
      of: { moved in
        var all = inputs
        all[index] = moved
        return try arguments.call(2, .array(all.map(Value.init)))
      }, at: inputs[index], upstream: arguments.tensor(4), cache: arguments.recorder.nextSlopes())
  }
}

/// Central differences have an error of their own, about 1e-10 of the largest element.
private let gradientTolerance = 1e-6

private func gradientExpectation(
  _ what: String, _ answer: Tensor, of forward: @escaping (Tensor) throws -> Tensor, at x: Tensor, upstream: Tensor,
  cache: SlopeCache?
) throws -> Expectation {
  let isSingle = answer.dtype == .float32
  let check = try GradientComparison(
    answer, of: forward, at: x, upstream: upstream, atol: (isSingle ? 1e-5 : 1e-7) * scale(of: answer),
    rtol: isSingle ? 1e-4 : gradientTolerance, cache: cache)
  var expectation = Expectation(
    what: what, kind: .gradient, answer: .tensor(answer), finding: .tensors(check.comparison),
    tolerance: isSingle ? 1e-4 : gradientTolerance)
  expectation.basis = [.tensor(x), .tensor(upstream), .tensor(check.output)]
  expectation.kinkCount = check.kinkCount
  expectation.untriedCount = check.untriedCount
  expectation.terms = check.terms
  expectation.related = try relatedTensors(check, at: x, upstream: upstream)
  return expectation
}

/// What a gradient is mistaken for, or lacks a factor of.
private func relatedTensors(
  _ check: GradientComparison, at x: Tensor, upstream: Tensor
) throws -> [RelatedTensor] {
  try unrecorded {
    let output = check.output
    var related = [
      RelatedTensor(
        .upstream, "this is the upstream gradient, unchanged: the chain rule multiplies it by the local one", upstream),
      RelatedTensor(.input, "this is the input of the forward pass, and no gradient", x),
    ]
    if check.comparison.agrees { return related }
    related.append(RelatedTensor("this is the output of the forward pass, and no gradient", output))
    if x.shape == upstream.shape {
      related.append(RelatedTensor("this is the upstream gradient times the input", try upstream.multiplied(by: x)))
    }
    if output.shape == upstream.shape {
      related.append(
        RelatedTensor("this is the upstream gradient times the output", try upstream.multiplied(by: output)))
    }
    if let plain = check.plain {
      related.append(
        RelatedTensor(
          "this is the gradient for an upstream gradient of all ones: the upstream gradient has no part in it", plain))
    }
    return related
  }
}

extension RelatedTensor {
  fileprivate init(_ sentence: String, _ tensor: Tensor) { self.init(.other, sentence, tensor) }
}
