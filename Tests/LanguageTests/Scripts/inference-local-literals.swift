// A literal takes its default type when a name gets it, also inside closures and nested functions.
func half(_ values: [Double]) -> [Double] {
  values.map { value in
    let two = 2
    let three = 3.0
    let ratio = Double(two) / three
    return value * ratio + Double(two / 3)
  }
}
print(half([3, 6]))
let counts = [1, 2].map { n -> Int in
  let step = 10
  var total = 0
  for i in 0..<n { total += i + step }
  return total
}
print(counts)
