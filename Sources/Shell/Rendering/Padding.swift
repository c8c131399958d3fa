import Interpreter

/// `text` with spaces behind it, so that it takes `width` columns.
func padded(_ text: String, to width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.terminalWidth))
}
