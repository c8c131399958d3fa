func show(_ n: Int) -> Int {
  if n > 3 { return }
  return n
}
print(show(3))
