func f(_ a: inout Int) { a += 1 }
var n = 1
f(n)
print(n)
