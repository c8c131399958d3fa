func outputSize(_ n: Int, filter: Int, stride: Int, padding: Int) -> Int {
  let way = Double(n - filter + 2 * padding)
  return Int((way / Double(stride)).rounded(.down)) + 1
}
