// expect: The sign of the angle was dropped. The opposite of a
func orientationHistogram(right: Tensor, down: Tensor, bins: Int) -> Tensor {
  var histogram = Tensor.zeros([bins])
  for (x, y) in zip(right.elements, down.elements) {
    let angle = abs(atan2(y, x))
    histogram[min(bins - 1, Int(angle / 3.141592653589793 * Double(bins)))] += sqrt(x * x + y * y)
  }
  return histogram
}
