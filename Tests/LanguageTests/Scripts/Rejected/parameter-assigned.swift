func f(_ a: Int) -> Int {
  a += 1
  return a
}
print(f(1))
