func channelsFirst(_ image: Tensor) -> Tensor {
  let (h, w, c) = (image.shape[0], image.shape[1], image.shape[2])
  let numbers = image.elements
  var result: [Double] = []
  for k in 0..<c {
    for p in 0..<h * w {
      result.append(numbers[p * c + k])
    }
  }
  return Tensor(result, shape: [c, h, w])
}
