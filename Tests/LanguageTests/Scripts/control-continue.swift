var n = 0
var odd: [Int] = []
while true {
  n += 1
  if n > 9 { break }
  guard n % 2 == 1 else { continue }
  odd.append(n)
}
repeat {
  n -= 1
  if n == 5 { continue }
} while n > 3
outer: while n < 6 {
  n += 1
  while true {
    if n == 5 { continue outer }
    break
  }
  odd.append(n * 100)
}
print(odd, n)
