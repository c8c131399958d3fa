func countdown(_ n: Int) -> Int {
  var n = n
  while n > 0 {
    n -= 1
    if n == 5 { return n }
  }
}
print(countdown(9))
