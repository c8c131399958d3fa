func upConvolution(_ x: Tensor, _ f: Tensor, stride: Int, padding: Int) -> Tensor {
  var maps: [Tensor] = []
  for k in 0..<f.shape[1] {
    var map = paint(x[0, 0..., 0...], f[0, k, 0..., 0...], stride: stride)
    for c in 1..<max(x.shape[0], 1) {
      map = map + paint(x[c, 0..., 0...], f[c, k, 0..., 0...], stride: stride)
    }
    maps.append(map[padding..<(map.shape[0] - padding), padding..<(map.shape[1] - padding)])
  }
  return stacked(maps)
}
