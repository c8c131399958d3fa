// A nested function may read a variable that is declared further down, as long as it is called later.
func total() -> Int {
  func first() -> Int { second() + 1 }
  func second() -> Int { base * factor }
  let base = 5
  var factor = 2
  let early = first()
  factor = 10
  return early * 1000 + first()
}
print(total())
