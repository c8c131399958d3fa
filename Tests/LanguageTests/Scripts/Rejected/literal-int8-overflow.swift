let a: Int8 = 200
print(a)
