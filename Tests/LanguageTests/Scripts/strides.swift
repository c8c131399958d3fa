print(Array(stride(from: 0, to: 10, by: 3)), Array(stride(from: 0, through: 9, by: 3)))
print(Array(stride(from: 5, to: 0, by: -2)), Array(stride(from: 1, to: 1, by: 1)))
print(Array(stride(from: 0.0, to: 1.0, by: 0.25)), stride(from: 1, through: 2, by: 0.5).map { $0 })
for i in stride(from: 10, through: 0, by: -5) { print(i) }
var sum = 0
for i in stride(from: 0, to: 100, by: 7) where i % 2 == 0 { sum += i }
print(sum)
