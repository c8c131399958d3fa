import Interpreter
import Pictures

/// One thing that running a cell gives; a front end renders it.
package enum CellOutput {
  /// Printed text.
  case text(String)
  /// What the cell drew; its `text` for front ends without pictures.
  case picture(Picture)
  /// The value of the cell's last expression, as the REPL shows it.
  case value(text: String, type: String, Value)
  case error(Diagnostic)
}

extension Outcome {
  package var outputs: [CellOutput] {
    var outputs: [CellOutput] = []
    let bytes = Array(output.utf8)
    var start = 0
    func addText(to end: Int) {
      if start < end { outputs.append(.text(String(decoding: bytes[start..<end], as: UTF8.self))) }
    }
    for (display, range) in displays {
      guard let picture = display as? Picture else { continue }
      addText(to: range.lowerBound)
      outputs.append(.picture(picture))
      start = range.upperBound
    }
    addText(to: bytes.count)
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
