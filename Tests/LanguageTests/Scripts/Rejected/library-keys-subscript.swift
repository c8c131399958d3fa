let ages = ["Ada": 36]
print(ages.keys[0])
