let xs = ["a", "b"]
print(xs.enumerated()[1])
