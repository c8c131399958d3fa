let a: UInt = -1
print(a)
