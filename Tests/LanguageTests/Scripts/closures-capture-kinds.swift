func makeCounter() -> () -> Int {
  var count = 0
  func increment() -> Int {
    count += 1
    return count
  }
  return increment
}
let a = makeCounter()
let b = makeCounter()
print(a(), a(), b(), a())
func makeAccount() -> (deposit: (Int) -> Void, balance: () -> Int) {
  var total = 0
  return ({ total += $0 }, { total })
}
let acc = makeAccount()
acc.deposit(10)
acc.deposit(5)
print(acc.balance())
var x = 1
let byRef = { x }
let byValue = { [x] in x }
x = 2
print(byRef(), byValue())
var fs: [() -> Int] = []
for i in 0..<3 {
  var j = i
  fs.append {
    j += 10
    return j
  }
}
print(fs.map { $0() }, fs.map { $0() })
var log: [String] = []
let logger = { (s: String) in log.append(s) }
logger("one")
logger("two")
print(log)
class Box { var v = 0 }
do {
  let box = Box()
  let inc = { box.v += 1 }
  inc()
  inc()
  print(box.v)
}
func fib() -> () -> Int {
  var state = (0, 1)
  return {
    let r = state.0
    state = (state.1, state.0 + state.1)
    return r
  }
}
let next = fib()
print((0..<10).map { _ in next() })
func even(_ n: Int) -> Bool { n == 0 ? true : odd(n - 1) }
func odd(_ n: Int) -> Bool { n == 0 ? false : even(n - 1) }
print(even(10), odd(7))
func outer() -> [Int] {
  var trace: [Int] = []
  func ping(_ n: Int) {
    trace.append(n)
    if n > 0 { pong(n - 1) }
  }
  func pong(_ n: Int) {
    trace.append(-n)
    if n > 0 { ping(n - 1) }
  }
  ping(4)
  return trace
}
print(outer())
func debounce(_ f: @escaping (Int) -> Void) -> (Int) -> Void {
  var last: Int?
  return { v in
    if v != last { f(v) }
    last = v
  }
}
let d = debounce { print("value", $0) }
d(1)
d(1)
d(2)
struct S {
  var n = 0
  mutating func run(_ f: (inout Int) -> Void) { f(&n) }
}
var s = S()
s.run { $0 += 5 }
s.run { v in v *= 2 }
print(s.n)
let memo = { () -> (Int) -> Int in
  var cache = [Int: Int]()
  func go(_ n: Int) -> Int {
    if n < 2 { return n }
    if let c = cache[n] { return c }
    let r = go(n - 1) + go(n - 2)
    cache[n] = r
    return r
  }
  return go
}()
print(memo(60))
