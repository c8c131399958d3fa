func square(_ x: Double) -> Double { x * x }
func sign(_ x: Int) -> Int { x > 0 ? 1 : x < 0 ? -1 : 0 }
func both(_ x: Int) -> (Int, Int) { (x, -x) }
func maker() -> (Int) -> Int { { $0 + 1 } }
func early(_ x: Int) -> String {
  if x > 10 { return "big" }
  let half = x / 2
  return "half \(half)"
}
func discarded() -> Int {
  print("called")
  return 1
}
print(square(1.5), sign(-3), both(2), maker()(1), early(4), early(40))
_ = discarded()
let compute: () -> Double = { 1.5 * 2 }
print(compute())
func never(_ x: Int) {
  if x > 0 {
    print("positive")
    return
  }
  print("not")
}
never(1)
never(0)
