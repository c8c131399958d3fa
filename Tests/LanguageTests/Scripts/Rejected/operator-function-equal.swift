func f() {}
print(f == f)
