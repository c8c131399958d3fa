var total = 0
let add = { (x: Int) in total += x }
add(3)
add(4)
print(total)
func makeAdder(_ amount: Int) -> (Int) -> Int { { $0 + amount } }
let addTwo = makeAdder(2)
let addTen = makeAdder(10)
print(addTwo(1), addTen(1))
func accumulator(from start: Double) -> (Double) -> Double {
  var sum = start
  return { x in
    sum += x
    return sum
  }
}
let one = accumulator(from: 1)
let hundred = accumulator(from: 100)
print(one(1), one(2), hundred(0.5), one(0))
var actions: [() -> Int] = []
for i in 0..<3 { actions.append { i * i } }
print(actions.map { $0() })
var shared: [() -> Int] = []
var counter = 0
for _ in 0..<3 {
  shared.append {
    counter += 1
    return counter
  }
}
print(shared[0](), shared[2](), shared[1](), counter)
var x = 1
let byValue = { [x] in x }
let byReference = { x }
x = 2
print(byValue(), byReference())
