var xs = [1, 2, 3]
let ys = [9, 9]
xs[0..<2] = ys
print(xs)
