let xs = [1, 2, 3]
let ys: ArraySlice<Int> = xs
print(ys)
