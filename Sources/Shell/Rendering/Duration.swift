/// `0.3 ms`, `12 ms`, `1.25 s`.
func duration(_ seconds: Double) -> String {
  func rounded(_ value: Double, _ digits: Double) -> String {
    let text = "\((value * digits).rounded() / digits)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
  let digits: Double = seconds < 0.01 ? 100 : seconds < 0.1 ? 10 : 1
  return seconds < 1 ? "\(rounded(seconds * 1000, digits)) ms" : "\(rounded(seconds, 100)) s"
}
