let x: Int? = 3
let y: Int = x ?? "none"
print(y)
