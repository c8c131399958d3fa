// expect: rotated kernel wrong in
func rotate(_ f: Tensor) -> Tensor {
  f
}
