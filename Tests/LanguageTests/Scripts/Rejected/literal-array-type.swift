let xs: [String] = [1, 2]
print(xs)
