let x = 2.5
let r = 0..<3
switch x {
case r: print(1)
default: print(2)
}
