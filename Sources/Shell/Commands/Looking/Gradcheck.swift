import Bindings
import Interpreter

extension Command {
  static let gradcheck = Command(
    "gradcheck", arguments: "EXPRESSION at NAMES [with GRADIENTS]", .looking,
    "compare gradients with central differences",
    details: """
      The expression is taken as a function of the variables behind `at`; each of their elements is moved a little up \
      and down. Without `with`, the gradients that the engine records are compared. With it, your own: one expression \
      for each variable, in which `dy` is the gradient that comes from above, of the result's shape.
      """,
    examples: [
      ":gradcheck conv2d(x, kernel: f) at x, f", ":gradcheck x * x at x with 2 * x * dy",
    ], takes: [.code]
  ) { repl, arguments in
    guard let request = GradientRequest(arguments) else {
      return repl.fail(
        "`:gradcheck EXPRESSION at NAMES` takes an expression and the variables it depends on, such as `:gradcheck x * x at x`"
      )
    }
    guard case .object(let report)? = repl.value(of: request.program) else { return }
    repl.screen.report(ofGradients: request.named(report.text))
  }
}

/// What is typed behind `:gradcheck`, as the Swift that it stands for.
struct GradientRequest: Equatable {
  let expression: String
  let names: [String]
  /// The learner's own gradients, as they are written; nil for the recorded ones.
  let gradients: String?

  init?(_ text: String) {
    guard let (expression, rest) = cut(text, at: " at ") else { return nil }
    let (list, gradients) = firstCut(rest, at: " with ") ?? (rest, nil)
    let names = list.split(separator: ",").map { String($0).trimmed }
    guard !expression.isEmpty, !names.isEmpty, names.allSatisfy(isIdentifier) else { return nil }
    if let gradients, gradients.isEmpty { return nil }
    // A function's name alone is a call with the variables.
    self.expression = isIdentifier(expression) ? "\(expression)(\(names.joined(separator: ", ")))" : expression
    self.names = names
    self.gradients = gradients
  }

  var program: String {
    let bindings = names.enumerated().map { "let \($1) = inputs[\($0)]" }.joined(separator: "\n")
    let inputs = "inputs: [\(names.joined(separator: ", "))]"
    guard let gradients else { return "gradcheck({ inputs in\n\(bindings)\nreturn \(expression)\n}, \(inputs))" }
    let forward = "forward: { inputs in\n\(bindings)\nreturn \(expression)\n}"
    let backward = "backward: { dy, inputs in\n\(bindings)\nreturn [\(gradients)]\n}"
    return "gradcheck({ inputs in customOperator(inputs, name: \"yours\", \(forward), \(backward)) }, \(inputs))"
  }

  /// The report's lines, with the variables' names in place of their numbers.
  func named(_ report: String) -> [String] {
    let width = names.map(\.count).max() ?? 0
    let word = gradients == nil ? "recorded " : "yours "
    return report.replacing("recorded ", with: word).split(separator: "\n").map { line in
      for (index, name) in names.enumerated() where line.hasPrefix("input \(index) ") {
        return padded(name, to: width) + line.dropFirst("input \(index)".count)
      }
      return String(line)
    }
  }
}

private func cut(_ text: String, at mark: String) -> (String, String)? {
  let parts = text.split(separator: mark, omittingEmptySubsequences: false)
  guard parts.count > 1, let last = parts.last else { return nil }
  return (parts.dropLast().joined(separator: mark).trimmed, String(last).trimmed)
}

private func firstCut(_ text: String, at mark: String) -> (String, String?)? {
  let parts = text.split(separator: mark, maxSplits: 1, omittingEmptySubsequences: false)
  guard parts.count == 2 else { return nil }
  return (String(parts[0]).trimmed, String(parts[1]).trimmed)
}
