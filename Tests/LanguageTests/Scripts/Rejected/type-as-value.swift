let t = Int
print(t)
