var n = 27
var steps = 0
while n != 1 {
  n = n % 2 == 0 ? n / 2 : 3 * n + 1
  steps += 1
}
print(steps)
var x = 10
repeat {
  x -= 3
  if x == 4 { continue }
  print(x)
} while x > 0
for i in 0..<10 where i % 3 == 0 { print(i, terminator: ",") }
print()
for i in (1...3).reversed() { print(i, terminator: " ") }
print()
for i in 0..<100 {
  if i * i > 50 {
    print("found", i)
    break
  }
}
for _ in 0..<0 { print("never") }
for character in "abc" { print(character) }
let bound = 2
for i in bound... {
  if i > 4 { break }
  print(i)
}
