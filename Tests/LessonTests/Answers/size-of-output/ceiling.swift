// expect: A last half step is rounded up here
func outputSize(_ n: Int, filter: Int, stride: Int, padding: Int) -> Int {
  return Int((Double(n + 2 * padding - filter) / Double(stride)).rounded(.up)) + 1
}
