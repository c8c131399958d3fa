enum D { case north, south, east, west }
let d = D.north
switch d {
case .north: print("n")
case .south: print("s")
}
