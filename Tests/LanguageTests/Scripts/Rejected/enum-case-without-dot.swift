enum E { case red }
let e: E = red
print(e)
