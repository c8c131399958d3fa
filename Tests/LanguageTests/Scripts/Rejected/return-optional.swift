func first(_ xs: [Int]) -> Int { return xs.first }
print(first([1]))
