func f(_ n: Int) -> Int {
  var r: Int
  while n > 100 {
    r = 1
    break
  }
  return r
}
print(f(1))
