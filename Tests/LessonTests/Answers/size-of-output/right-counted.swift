func outputSize(_ n: Int, filter: Int, stride: Int, padding: Int) -> Int {
  var count = 0
  var start = -padding
  while start + filter <= n + padding {
    count += 1
    start += stride
  }
  return count
}
