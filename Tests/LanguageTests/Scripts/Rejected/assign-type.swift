var name = "Ada"
name = 36
print(name)
