let c: Character = "a"
print(c + "b")
