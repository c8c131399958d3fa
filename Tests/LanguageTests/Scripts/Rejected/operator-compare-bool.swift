let a = true
print(a == 1)
