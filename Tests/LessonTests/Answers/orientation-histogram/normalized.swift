// expect: The histogram was divided by its sum. Here the lengths
func orientationHistogram(right: Tensor, down: Tensor, bins: Int) -> Tensor {
  var histogram = Tensor.zeros([bins])
  for (x, y) in zip(right.elements, down.elements) {
    var angle = atan2(y, x)
    if angle < 0 { angle += 3.141592653589793 }
    histogram[min(bins - 1, Int(angle / 3.141592653589793 * Double(bins)))] += sqrt(x * x + y * y)
  }
  return histogram / histogram.sum()
}
