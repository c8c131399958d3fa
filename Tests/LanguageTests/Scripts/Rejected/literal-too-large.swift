let a: Int = 9223372036854775808
print(a)
