import Convbook

var x = Tensor([1, 2, 3, 4, 5, 6], shape: [2, 3], dtype: .float64)
x[0, 1] *= 10
x[1, 2] -= 0.5
x[1, 0] = x[0, 0] + x[0, 1]
print(x)
(x[0, 0], x[0, 2]) = (x[0, 2], x[0, 0])
print(x.elements)
var total = 0.0
for i in 0..<2 { for j in 0..<3 where x[i, j] > 3 { total += x[i, j] } }
print(total)
func bump(_ value: inout Double) { value += 100 }
bump(&x[1, 1])
print(x[1, 1])
var y = x
y[0, 0] = 0
print(x[0, 0], y[0, 0])
