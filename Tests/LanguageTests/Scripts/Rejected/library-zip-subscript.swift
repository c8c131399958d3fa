let pairs = zip([1, 2], [3, 4])
print(pairs[0])
