let values: [any Equatable] = [1, "a"]
print(values[0] == values[1])
