#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Stops long text at the end of each page, where somebody sits at a keyboard.
package final class Pager {
  private let output: Output
  /// Rows of the screen that are free below what was shown; nil while nothing is counted.
  private var rowsLeft: Int?
  /// The reader had enough.
  private var isQuiet = false

  package init(output: Output) { self.output = output }

  /// Counts what `body` shows.
  func paging(_ body: () -> Void) {
    guard rowsLeft == nil, let rows = output.rows else { return body() }
    rowsLeft = rows - 1
    body()
    rowsLeft = nil
    isQuiet = false
  }

  /// What comes now is shown even to those who had enough.
  func goOn() { isQuiet = false }

  /// Rows that were filled without asking.
  func note(rows: Int) { rowsLeft = rowsLeft.map { max(0, $0 - rows) } }

  /// Whether a line of that many rows is to be shown; asks the reader first at the end of a page.
  func admits(rows: Int) -> Bool {
    guard let left = rowsLeft, !isQuiet else { return !isQuiet }
    if left >= rows {
      rowsLeft = left - rows
    } else if readerGoesOn() {
      rowsLeft = max(0, (output.rows ?? 25) - 1 - rows)
    } else {
      isQuiet = true
    }
    return !isQuiet
  }

  private func readerGoesOn() -> Bool {
    output.flush()
    // Who types ahead knows what comes.
    if Signals.shared.hasInput(0) {
      rowsLeft = nil
      return true
    }
    output.write(StyledText("  Enter: next page, q: enough ", .dim).rendered(colour: output.usesColour))
    output.flush()
    defer {
      output.write("\r\u{1B}[K")
      output.flush()
    }
    return withoutLineEditing {
      while true {
        let hasInput = Signals.shared.waitForInput(0)
        if Signals.shared.takeInterrupt() || Signals.shared.hasEnded { return false }
        guard hasInput else { continue }
        var key: UInt8 = 0
        guard read(0, &key, 1) == 1 else { return false }
        switch Character(UnicodeScalar(key)) {
        case "\r", "\n", " ", "f": return true
        case "q", "Q", "\u{4}": return false
        default: continue
        }
      }
    }
  }

  /// Keys arrive one by one, and are not shown.
  private func withoutLineEditing(_ body: () -> Bool) -> Bool {
    var usual = termios()
    guard tcgetattr(0, &usual) == 0 else { return true }
    var raw = usual
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(0, TCSADRAIN, &raw)
    defer { tcsetattr(0, TCSADRAIN, &usual) }
    return body()
  }
}
