import Bindings
import Interpreter
import Tensors

extension Command {
  static let who = Command(
    "who", .language, "your variables and functions", isQuestion: true
  ) { repl, _ in repl.who() }

  static let whos = Command(
    "whos", .language, "your variables with type, shape and memory, the largest first",
    details: "Memory is that of the elements and letters; tensors that share their elements are counted each.",
    isQuestion: true
  ) { repl, _ in repl.whos() }
}

extension Repl {
  fileprivate func who() {
    let variables = session.variables
    let functions = session.functions
    let types = session.types
    if variables.isEmpty && functions.isEmpty && types.isEmpty { return screen.say("Nothing is declared yet.", .dim) }
    let rows =
      variables.map { ($0.isMutable ? "var" : "let", "\($0.name): \($0.typeName)", oneLine($0.description)) }
      + functions.map { ("func", $0.baseName + String($0.signature), "") } + types.map { ($0.kind, $0.name, "") }
    let width = min(rows.filter { !$0.2.isEmpty }.map { $0.1.terminalWidth }.max() ?? 0, screen.output.width / 2)
    let kinds = max(5, 1 + (rows.map { $0.0.count }.max() ?? 0))
    for (kind, name, value) in rows {
      let start =
        StyledText(padded(kind, to: kinds), Style(.magenta))
        + StyledText(value.isEmpty ? name : padded(name, to: width))
      screen.line((start + StyledText(value.isEmpty ? "" : "  " + value, .dim)).cut(to: screen.output.width))
    }
  }

  private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: { $0 == "\n" || $0 == " " }).prefix(40).joined(separator: " ")
  }

  fileprivate func whos() {
    let variables = session.variables.map { ($0, Footprint($0.value)) }.sorted { $0.1.bytes > $1.1.bytes }
    if variables.isEmpty { return screen.say("There are no variables yet.", .dim) }
    let rows = variables.map { [$0.name, $0.typeName, $1.shape, byteText($1.bytes)] }
    screen.table(["name", "type", "shape", "memory"], rows, isRightAligned: [false, false, false, true])
    if rows.count > 1 {
      let total = variables.reduce(0) { $0 + $1.1.bytes }
      screen.line("  \(byteText(total)) together", .dim)
    }
  }
}

/// How large a value is.
struct Footprint {
  /// `[1, 3, 32, 32] float32`, `10 elements`; empty for a single value.
  var shape = ""
  var bytes = 0

  init(_ value: Value) {
    if let tensor = value.tensor {
      shape = "\(tensor.shape) \(tensor.isSymbolic ? "of symbols" : tensor.dtype.rawValue)"
      bytes = tensor.count * (tensor.dtype == .float32 ? 4 : 8)
      return
    }
    switch value {
    case .void, .none: break
    case .bool: bytes = 1
    case .float: bytes = 4
    case .int, .double, .function, .object, .opaque: bytes = 8
    case .range, .steps: bytes = 16
    case .string(let text): (shape, bytes) = (counted(text.count, "character"), text.utf8.count)
    case .ints(let numbers): (shape, bytes) = (counted(numbers.count, "element"), 8 * numbers.count)
    case .doubles(let numbers): (shape, bytes) = (counted(numbers.count, "element"), 8 * numbers.count)
    case .array(let elements):
      let parts = elements.map(Footprint.init)
      // An array of arrays of one length has a shape as well.
      let inner = Set(parts.map(\.shape))
      shape = counted(elements.count, "element")
      if let only = inner.first, inner.count == 1, !only.isEmpty { shape += " of \(only)" }
      bytes = parts.reduce(0) { $0 + $1.bytes }
    case .dictionary(let entries):
      shape = counted(entries.count, "pair")
      bytes = entries.reduce(0) { $0 + Footprint($1.key).bytes + Footprint($1.value).bytes }
    case .tuple(let elements): bytes = elements.reduce(0) { $0 + Footprint($1).bytes }
    case .some(let wrapped): self = Footprint(wrapped)
    }
  }
}

/// `768 bytes`, `12 KB`, `1.5 MB`.
func byteText(_ bytes: Int) -> String {
  for (shift, unit) in [(30, "GB"), (20, "MB"), (10, "KB")] where bytes >= 1 << shift {
    let tenths = Int((Double(bytes) / Double(1 << shift) * 10).rounded())
    return tenths % 10 == 0 || tenths >= 1000 ? "\((tenths + 5) / 10) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
  }
  return counted(bytes, "byte")
}
