/// A number with so many digits behind the point.
func fixed(_ value: Double, _ digits: Int) -> String {
  guard value.isFinite, value.magnitude < 1e12 else { return "\(value)" }
  let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
  let units = Int((value.magnitude * Double(scale)).rounded())
  let sign = value < 0 && units > 0 ? "-" : ""
  if digits == 0 { return "\(sign)\(units)" }
  let rest = String(units % scale)
  return "\(sign)\(units / scale).\(String(repeating: "0", count: digits - rest.count))\(rest)"
}
