/// `0.3 ms`, `12 ms`, `1.25 s`.
func duration(_ seconds: Double) -> String {
  func rounded(_ value: Double, _ digits: Double) -> String {
    let text = "\((value * digits).rounded() / digits)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
  let digits: Double = seconds < 0.01 ? 100 : seconds < 0.1 ? 10 : 1
  return seconds < 1 ? "\(rounded(seconds * 1000, digits)) ms" : "\(rounded(seconds, 100)) s"
}

/// Three digits with a unit: `263 ns`, `4.40 µs`, `1.25 s`.
func shortTime(_ seconds: Double) -> String {
  var (value, unit) = (seconds, "s")
  for smaller in ["ms", "µs", "ns"] where value < 0.9995 { (value, unit) = (value * 1000, smaller) }
  return "\(fixed(value, value < 9.995 ? 2 : value < 99.95 ? 1 : 0)) \(unit)"
}
