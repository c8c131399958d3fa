func outer(_ n: Int) -> [Int] {
  var log: [Int] = []
  func visit(_ k: Int) {
    if k > n { return }
    log.append(k)
    visit(2 * k)
    visit(2 * k + 1)
  }
  visit(1)
  return log
}
print(outer(6))
func isEven(_ n: Int) -> Bool { n == 0 ? true : isOdd(n - 1) }
func isOdd(_ n: Int) -> Bool { n == 0 ? false : isEven(n - 1) }
print(isEven(10), isOdd(7), isEven(3))
func makeCounter() -> () -> Int {
  var value = 0
  func count() -> Int {
    value += 1
    return value
  }
  return count
}
let first = makeCounter()
let second = makeCounter()
print(first(), first(), second(), first())
