for x in sequence(first: 1, next: { $0 < 100 ? $0 * 3 : nil }) { print(x, terminator: " ") }
print(sequence(first: 1) { $0 * 2 }.prefix(5).map { $0 }, Array(sequence(first: 10) { $0 > 7 ? $0 - 1 : nil }))
let fibonacci = sequence(state: (0, 1)) { (state: inout (Int, Int)) -> Int? in
  defer { state = (state.1, state.0 + state.1) }
  return state.0
}
print(Array(fibonacci.prefix(10)), fibonacci.first { $0 > 50 }!)
var n = 0
let counter = AnyIterator<Int> {
  n += 1
  return n <= 3 ? n : nil
}
for x in counter { print(x, terminator: " ") }
let any = AnySequence([1, 2, 3])
print(any.map { $0 * 2 }, Array(any.dropFirst()), any.contains(2), any.reduce(0, +), any.sorted(by: >))
var iterator = ["a", "b"].makeIterator()
while let word = iterator.next() { print(word, terminator: " ") }
print(iterator.next() == nil, repeatElement("x", count: 3).joined(), Array(repeatElement(0, count: 2)))
for x in repeatElement(7, count: 2) { print(x, terminator: " ") }
print([1, 2, 3].prefix { $0 < 3 }.count, stride(from: 1, to: 20, by: 5).prefix(2).map { $0 })
