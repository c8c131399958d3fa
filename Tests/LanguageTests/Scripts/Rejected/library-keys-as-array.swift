let ages = ["Ada": 36]
let names: [String] = ages.keys
print(names)
