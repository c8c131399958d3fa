let s: Set = [1]
print(s[0])
