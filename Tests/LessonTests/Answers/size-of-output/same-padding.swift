// expect: rule of thumb
func outputSize(_ n: Int, filter: Int, stride: Int, padding: Int) -> Int {
  return n / stride
}
