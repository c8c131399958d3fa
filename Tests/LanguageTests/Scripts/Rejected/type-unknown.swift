let x: Integer = 3
print(x)
