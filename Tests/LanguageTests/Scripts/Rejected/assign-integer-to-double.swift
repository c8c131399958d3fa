let n = 3
var x = 1.5
x = n
print(x)
