import Bindings
import Interpreter
import Tensors

extension Command {
  static let summary = Command(
    "summary", arguments: "EXPRESSION", .looking,
    "the operators behind a result: shapes, parameters, cost, what they see",
    details: """
      The expression is run, and each operator that it calls has a line, in their order: the shape of its result, how many \
      parameters it has, its multiplications with an addition (of the forward pass), the memory that it reads and writes, \
      and how many elements of the input one element of the result sees along each axis. Parameters are kernels, weights \
      and biases, and whatever requires a gradient.
      """, examples: [":summary maxPool2d(relu(conv2d(x, kernel: f)), size: 2)"], takes: [.code]
  ) { repl, arguments in repl.summary(arguments) }
}

extension Repl {
  fileprivate func summary(_ expression: String) {
    if expression.isEmpty {
      return fail("`:summary EXPRESSION` takes an expression, such as `\(command.examples.first ?? "")`")
    }
    let copy = session.fork()
    prepare(copy)
    var trace = OperatorTrace()
    copy.onNativeCall = { trace.note($0) }
    let outcome = Signals.shared.interrupting(copy.interrupt) { copy.run(SourceText(expression, name: "summary")) }
    screen.closeLine()
    for diagnostic in outcome.diagnostics { screen.diagnostic(diagnostic) }
    if !outcome.succeeded { return noteFailure() }
    if trace.rows.isEmpty { return screen.say("No operator was called.", .dim) }
    let columns = ["operator", "result", "parameters", "multiply-adds", "memory", "sees"]
    let rows = trace.rows.map { row in
      [
        row.function, row.output.isEmpty ? "number" : row.output.map(String.init).joined(separator: "×"),
        grouped(row.cost.parameters), row.cost.multiplyAdds.map(grouped) ?? "?", byteText(row.cost.bytes),
        sight(row.field),
      ]
    }
    let total = trace.total
    let last = [
      "together", "", grouped(total.parameters), total.multiplyAdds.map(grouped) ?? "?", byteText(total.bytes), "",
    ]
    screen.table(columns, rows + [last], isRightAligned: [false, false, true, true, true, false])
  }

  private func sight(_ field: OperatorTrace.Field) -> String {
    switch field {
    case .none: ""
    case .everything: "all"
    case .window(let axes): axes.map { shortText($0.size) }.joined(separator: "×")
    }
  }
}

/// `1 234 567`, with the thin spaces that keep figures apart.
func grouped(_ number: Int) -> String {
  let digits = Array("\(number)")
  return digits.enumerated().reduce(into: "") { text, digit in
    if digit.offset > 0, (digits.count - digit.offset) % 3 == 0 { text += " " }
    text.append(digit.element)
  }
}
