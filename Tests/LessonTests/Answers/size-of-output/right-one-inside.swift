func outputSize(_ n: Int, filter: Int, stride: Int, padding: Int) -> Int {
  (n + 2 * padding - filter + stride) / stride
}
