// Column m of C is what the convolution makes of an image that is 1 at pixel m.
func matrix(of f: Tensor, rows: Int, columns: Int) -> Tensor {
  var answers: [Tensor] = []
  for m in 0..<(rows * columns) {
    var image = Tensor.zeros([rows, columns])
    image[m / columns, m % columns] = 1
    answers.append(correlate2d(image, f).flattened())
  }
  return stacked(answers, axis: 1)
}
