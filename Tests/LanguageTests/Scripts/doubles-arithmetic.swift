let x = 2.75
print(x.rounded(), (-2.5).rounded(), 2.5.rounded(), x.rounded(.down), x.rounded(.up), (-x).rounded(.towardZero))
print(Int(x), Int(x.rounded()), Double(3) * 1.5, 7.0 / 2, 7 / 2.0)
print(x.truncatingRemainder(dividingBy: 1), abs(-x), max(x, 3), min(1.5, 1))
print(x > 2, x == 2.75, x != 2.75, 0.1 + 0.2 == 0.3, Double.nan == Double.nan, Double.nan < 1)
print(x.isNaN, (0.0 / 0).isNaN, (1 / 0.0).isInfinite, x.isFinite)
var y = 1.0
y += 0.5
y *= 4
y /= 3
y -= 1
print(y, -y)
let values = [1.5, 2.5, -1]
print(values.reduce(0, +), values.max()!, values.min()!, values.map { $0 * 2 })
print(Double("2.5")! + 1, Double("abc") == nil, 1e3 == 1000)
print(4.0.squareRoot(), x.sign == .plus, x.magnitude, (-x).magnitude)
