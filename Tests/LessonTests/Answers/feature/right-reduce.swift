func feature(_ image: Tensor, _ filter: Tensor) -> Double {
  let answers = correlate2d(image, filter).elements
  return answers.reduce(0) { $0 + abs($1) } / Double(answers.count)
}
