func total(_ xs: [Int]) -> Int { xs.reduce(0, +) }
print(total([1.5, 2]))
