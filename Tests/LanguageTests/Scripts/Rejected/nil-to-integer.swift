let a: Int = nil
print(a)
