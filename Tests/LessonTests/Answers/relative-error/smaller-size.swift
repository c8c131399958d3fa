// expect: The difference is divided by the smaller of the two
func relativeError(_ a: Tensor, _ b: Tensor) -> Double {
  var largest = 0.0
  for (p, q) in zip(a.elements, b.elements) {
    let size = min(abs(p), abs(q))
    if size > 0 { largest = max(largest, abs(p - q) / size) }
  }
  return largest
}
