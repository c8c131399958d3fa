func relativeError(_ a: Tensor, _ b: Tensor) -> Double {
  let p = a.elements
  let q = b.elements
  var worst = 0.0
  for i in p.indices where p[i] != q[i] {
    let error = abs(p[i] - q[i]) / max(abs(p[i]), abs(q[i]))
    if error > worst { worst = error }
  }
  return worst
}
