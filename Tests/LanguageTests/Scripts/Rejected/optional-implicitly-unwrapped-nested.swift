let values: [Int!] = [1]
print(values)
