let point = (x: 1.5, y: -2)
print(point, point.x, point.y, point.0)
let plain = (1, "two", 3.0, true)
print(plain, plain.1)
var t = (1, (2, 3))
t.1.0 = 20
print(t)
let (a, (_, c)) = t
print(a, c)
func divide(_ a: Int, by b: Int) -> (quotient: Int, remainder: Int) { (a / b, a % b) }
let (q, r) = divide(17, by: 5)
print(q, r, divide(9, by: 2).remainder, divide(9, by: 2))
print((1, 2) == (1, 2), (1, "a") < (1, "b"), (2, 0) < (1, 9))
let pairs = [(1, "a"), (2, "b")]
for (number, letter) in pairs { print(number, letter) }
print(pairs)
var swapped = (1, 2)
swapped = (swapped.1, swapped.0)
print(swapped)
