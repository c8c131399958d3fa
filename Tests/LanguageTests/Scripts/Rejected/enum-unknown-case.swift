enum E { case red }
let e: E = .blue
print(e)
