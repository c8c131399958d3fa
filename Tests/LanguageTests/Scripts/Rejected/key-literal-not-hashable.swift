struct P {}
let d = [P(): 1]
print(d)
