let n = 3
switch n {
default: print(1)
case 2: print(2)
}
