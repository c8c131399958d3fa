let x: Int? = 3
switch x {
case .some(let y): print(y)
}
