let xs: [Int]? = [1]
for x in xs { print(x) }
