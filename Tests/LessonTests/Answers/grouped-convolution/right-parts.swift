func groupedConvolution(_ x: Tensor, _ f: Tensor, groups: Int) -> Tensor {
  let images = x.split(into: groups)
  let filters = f.split(into: groups)
  let maps = zip(images, filters).map { conv2d($0.expandedDimension(at: 0), kernel: $1) }
  return concatenated(maps, axis: 1)[0, 0..., 0..., 0...]
}
