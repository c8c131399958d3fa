let n = (1, 2)
switch n {
case (1, 1): fallthrough
case (let x, 2): print(x)
default: print(0)
}
