import Convbook

let x = Tensor(symbols: "X", shape: [3, 3])
let f = Tensor(symbols: "F", shape: [2, 2])
print(formulas(correlate2d(x, f), named: "O"))
print(x)
print(formulas(matmul(f, f), named: "P"))
