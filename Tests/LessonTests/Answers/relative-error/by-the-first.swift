// expect: The difference is divided by the first number alone. Take
func relativeError(_ a: Tensor, _ b: Tensor) -> Double {
  var largest = 0.0
  for (p, q) in zip(a.elements, b.elements) where p != 0 {
    largest = max(largest, abs(p - q) / abs(p))
  }
  return largest
}
