let xs = [1, 2, 3]
let part: [Int] = xs[1..<3]
print(part)
