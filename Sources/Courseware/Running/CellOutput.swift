import Interpreter

/// One thing that running a cell gives; a front end renders it.
package enum CellOutput {
  /// Printed text.
  case text(String)
  /// The value of the cell's last expression, as the REPL shows it.
  case value(text: String, type: String, Value)
  case error(Diagnostic)
}

extension Outcome {
  package var outputs: [CellOutput] {
    var outputs: [CellOutput] = []
    if !output.isEmpty { outputs.append(.text(output)) }
    if let value, let valueText { outputs.append(.value(text: valueText, type: valueType ?? "", value)) }
    return outputs + diagnostics.map(CellOutput.error)
  }

  /// What a reader of the lesson sees below the cell: printed text, then the value; without white space at line ends.
  var shownText: String {
    let text = output + (valueText ?? "")
    let lines = text.lines.map(trimmedAtEnd)
    return trimmedAtEnd(lines.joined(separator: "\n"))
  }
}
