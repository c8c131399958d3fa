// expect: This is the error of the last element. Keep the largest:
func relativeError(_ a: Tensor, _ b: Tensor) -> Double {
  var error = 0.0
  for (p, q) in zip(a.elements, b.elements) {
    let size = max(abs(p), abs(q))
    error = size > 0 ? abs(p - q) / size : 0
  }
  return error
}
