let x: Int? = 3
print(x + 1)
