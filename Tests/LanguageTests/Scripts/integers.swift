print(7 / 2, -7 / 2, 7 % 3, -7 % 3, 7 % -3)
print(1_000_000 * 1_000_000, Int.max, Int.min)
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, -16 >> 2)
print(Int.max &+ 1, 0xFF, 0b1010, 0o17)
print(abs(-4), min(3, 1, 2), max(3, 9), (-3).magnitude)
print(10.isMultiple(of: 5), 7.quotientAndRemainder(dividingBy: 2))
print(Int(3.99), Int(-3.99), Int("12")! + 1)
var n = 10
n -= 3
n *= 2
n /= 4
n %= 2
print(n)
print(-n, +n, 3 - -2)
print(UInt8(200), UInt8.max, Int8.min, UInt8(250) &+ 10, Int32(7) / 2)
print(17.description, (1...5).reduce(1, *))
print(1 < 2, 2 <= 2, 3 != 3, 1 == 1, !(1 > 2))
