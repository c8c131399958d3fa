let f: (() -> Int)? = { 3 }
print(f())
