let xs = [1.0, 2.0]
let mean = xs.reduce(0, +) / xs.count
print(mean)
