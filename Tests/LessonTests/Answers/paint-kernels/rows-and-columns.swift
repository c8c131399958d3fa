// expect: The kernel is transposed: f[v, u] stands where f[u, v] is
func paint(_ x: Tensor, _ f: Tensor, stride: Int) -> Tensor {
  return flat(convTransposed2d(planar(x), kernel: planar(f.transposed()), stride: stride))
}
