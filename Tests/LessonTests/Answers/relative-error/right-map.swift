func relativeError(_ a: Tensor, _ b: Tensor) -> Double {
  let errors = zip(a.elements, b.elements).map { p, q in p == q ? 0 : abs(p - q) / max(abs(p), abs(q)) }
  return errors.max() ?? 0
}
