var calls = 0
func next() -> Int {
  calls += 1
  return calls
}
func show(_ x: Int = next(), scale: Double = 2, then y: Int = 10) { print(x, scale, y) }
show()
show(7)
show(scale: 0.5)
show(then: 3)
show(1, scale: 1, then: 1)
show()
print(calls)
