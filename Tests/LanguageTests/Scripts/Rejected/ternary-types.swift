let a: Int = true ? 1 : "2"
print(a)
