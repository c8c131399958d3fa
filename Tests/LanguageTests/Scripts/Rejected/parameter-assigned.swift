func f(_ n: Int) -> Int {
  n += 1
  return n
}
print(f(1))
