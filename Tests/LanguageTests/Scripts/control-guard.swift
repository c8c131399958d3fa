func root(of text: String) -> String {
  guard let value = Double(text) else { return "not a number: \(text)" }
  guard value >= 0, value < 1_000 else { return "out of range: \(value)" }
  return "\(value * value)"
}
print(root(of: "3"), root(of: "x"), root(of: "-1"), root(of: "5e3"))
func positives(_ xs: [Int?]) -> [Int] {
  var result: [Int] = []
  for x in xs {
    guard let x, x > 0 else { continue }
    result.append(x)
  }
  return result
}
print(positives([1, nil, -2, 3]))
