// expect: The groups' maps are added up. Each filter keeps a map of
func groupedConvolution(_ x: Tensor, _ f: Tensor, groups: Int) -> Tensor {
  let maps = conv2d(x.expandedDimension(at: 0), kernel: f, groups: groups)
  return maps.reshaped([groups, f.shape[0] / groups, maps.shape[2], maps.shape[3]]).sum(axes: [0])
}
