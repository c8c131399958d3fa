let x = 3
if 1 < x < 5 { print(x) }
