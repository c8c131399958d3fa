// expect: The kernel's columns were reversed, but not its rows.
func mirrored(_ f: Tensor) -> Tensor {
  var g = f
  for u in 0..<f.shape[0] {
    for v in 0..<f.shape[1] {
      g[u, v] = f[u, f.shape[1] - v - 1]
    }
  }
  return g
}

func inputGradient(_ dO: Tensor, kernel f: Tensor) -> Tensor {
  let g = mirrored(f)
  let padded = Tensor.zeros([dO.shape[0] + 2 * f.shape[0] - 2, dO.shape[1] + 2 * f.shape[1] - 2])
  var wide = padded
  for i in 0..<dO.shape[0] {
    for j in 0..<dO.shape[1] {
      wide[i + f.shape[0] - 1, j + f.shape[1] - 1] = dO[i, j]
    }
  }
  return correlate2d(wide, g)
}
