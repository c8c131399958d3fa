struct P { var x = 1 }
let p: P? = P()
print(p.x)
