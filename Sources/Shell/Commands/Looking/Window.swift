import Bindings
import Courseware
import Interpreter
import Operators
import Pictures
import Tensors

extension Command {
  static let window = Command(
    "window", arguments: "[CALL] INDICES", .looking, "the products behind one element of a convolution",
    details: """
      Shows the patch under the window, the kernel, and their products. The convolution is written as a call, or named \
      by the variable that holds its result; without either it is the last one in a cell.
      """, examples: [":window conv2d(x, kernel: f, stride: 2) 0 0 1 1", ":window O 0 1", ":window 0 1"],
    takes: [.code], isQuestion: true
  ) { repl, arguments in
    let (text, file) = redirected(arguments)
    let element = ElementText(text)
    repl.explain(element, file) { convolution in
      try repl.requireIndices(element.indices, convolution.shown(convolution.geometry.outputShape), "an output")
      let held = repl.session.value(of: element.expression)?.tensor.flatMap { try? $0.element(at: element.indices) }
      return try convolution.window(at: element.indices, held: held.map { (element.expression, $0) })
    }
  }

  static let backward = Command(
    "backward", arguments: "[CALL] [UPSTREAM] INDICES", .looking,
    "the outputs that flow into one element of the input's gradient",
    details: """
      Shows the patch of the upstream gradient, the kernel rotated, and their products. The convolution is written as \
      for `:window`; the upstream gradient is a tensor of the output's shape, and ones if nothing is given.
      """, examples: [":backward correlate2d(x, f) dO 1 1", ":backward O 1 1"], takes: [.code], isQuestion: true
  ) { repl, arguments in
    let (text, file) = redirected(arguments)
    let element = ElementText(text)
    repl.explain(element, file) { convolution in
      try repl.requireIndices(element.indices, convolution.shown(convolution.x.shape), "an input")
      let upstream = element.second.isEmpty ? nil : try repl.quietTensor(element.second)
      return try convolution.backward(at: element.indices, upstream: upstream)
    }
  }
}

extension Repl {
  /// Finds the convolution that is meant, and shows what `picture` makes of it; or says why not.
  fileprivate func explain(
    _ element: ElementText, _ file: String?, _ picture: (ExplainedConvolution) throws -> WindowPicture
  ) {
    do {
      let call = try convolutionCall(element.expression)
      guard ExplainedConvolution.names.contains(call.name) else {
        let names = ExplainedConvolution.names
        throw ExplainedConvolution.Problem(
          message: "`:\(command.name)` explains \(names.dropLast().joined(separator: ", ")) and \(names.last ?? ""), "
            + "and this is `\(call.name)`")
      }
      let window = Picture.window(try picture(ExplainedConvolution(call, value: quietValue)))
      if let file { write(window, to: file) } else { screen.shown(window) }
    } catch let problem as ExplainedConvolution.Problem {
      fail(problem.message)
    } catch {
      fail("\(error)")
    }
  }

  fileprivate func requireIndices(_ indices: [Int], _ shape: [Int], _ name: String) throws {
    guard indices.count == shape.count else {
      let given = indices.isEmpty ? "none" : "\(indices)"
      throw ExplainedConvolution.Problem(
        message: "\(name) element of shape \(shape) has \(counted(shape.count, "index")), and got \(given)")
    }
    guard zip(indices, shape).allSatisfy({ $0 >= 0 && $0 < $1 }) else {
      throw ExplainedConvolution.Problem(message: "\(name) element \(indices) is not there: the shape is \(shape)")
    }
  }

  /// The call itself, the call whose result a variable holds, or the last one in a cell.
  private func convolutionCall(_ expression: String) throws -> CallText {
    if let call = CallText(expression) { return call }
    let cells = session.cells.reversed()
    if expression.isEmpty {
      for cell in cells {
        if let call = CallText(of: ExplainedConvolution.names, in: cell) { return call }
      }
      throw ExplainedConvolution.Problem(
        message: "no cell has called a convolution yet: write one, as in `\(command.examples[0])`")
    }
    // A declaration or an assignment at the start of a line, in the latest cell that has one.
    guard let definition = try? Regex("(?m)^ *(?:let |var )?\(expression)(?: *: *Tensor)? *= *") else {
      throw ExplainedConvolution.Problem(message: "`\(expression)` is no name")
    }
    for cell in cells {
      guard let match = cell.matches(of: definition).last else { continue }
      if let call = CallText(String(cell[match.range.upperBound...])) { return call }
      throw ExplainedConvolution.Problem(
        message: "`\(expression)` is not the result of a call: write the convolution, as in `\(command.examples[0])`")
    }
    throw ExplainedConvolution.Problem(
      message: "no cell says how `\(expression)` was computed: write the convolution, as in `\(command.examples[0])`")
  }

  /// The value of an argument; what is wrong with it is thrown.
  private func quietValue(_ expression: String) throws -> Value {
    let copy = session.fork()
    copy.limits = options.limits
    let outcome = Signals.shared.interrupting(copy.interrupt) { copy.run(SourceText(expression, name: command.name)) }
    if let value = outcome.value { return value }
    throw ExplainedConvolution.Problem(message: outcome.diagnostics.first?.message ?? "'\(expression)' has no value")
  }

  fileprivate func quietTensor(_ expression: String) throws -> Tensor {
    guard let tensor = try quietValue(expression).asTensor else {
      throw ExplainedConvolution.Problem(message: "'\(expression)' is not a tensor")
    }
    return tensor
  }
}
