func orientationHistogram(right: Tensor, down: Tensor, bins: Int) -> Tensor {
  var counts = [Double](repeating: 0, count: bins)
  for (r, d) in zip(right.elements, down.elements) {
    let turned = d < 0 || (d == 0 && r < 0) ? (-r, -d) : (r, d)
    let angle = atan2(turned.1, turned.0)
    let bin = Int(Double(bins) * angle / 3.141592653589793)
    counts[bin < bins ? bin : bins - 1] += (r * r + d * d).squareRoot()
  }
  return Tensor(counts)
}
