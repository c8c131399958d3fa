var t = (1, "a")
t.1 = 2
print(t)
