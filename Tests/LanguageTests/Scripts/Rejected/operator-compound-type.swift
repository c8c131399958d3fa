var n = 3
n += 1.5
print(n)
