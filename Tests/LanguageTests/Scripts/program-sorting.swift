func bubbleSorted(_ input: [Int]) -> [Int] {
  var xs = input
  for i in 0..<xs.count {
    var changed = false
    for j in 0..<(xs.count - i - 1) where xs[j] > xs[j + 1] {
      xs.swapAt(j, j + 1)
      changed = true
    }
    if !changed { break }
  }
  return xs
}
func quickSorted(_ xs: [Int]) -> [Int] {
  guard let pivot = xs.first else { return [] }
  let rest = xs.dropFirst()
  return quickSorted(rest.filter { $0 < pivot }) + [pivot] + quickSorted(rest.filter { $0 >= pivot })
}
let xs = [9, 2, 7, 2, -1, 15, 0]
print(bubbleSorted(xs), quickSorted(xs), xs)
func search(_ xs: [Int], for x: Int) -> Int? {
  var low = 0
  var high = xs.count - 1
  while low <= high {
    let middle = (low + high) / 2
    if xs[middle] == x { return middle }
    if xs[middle] < x { low = middle + 1 } else { high = middle - 1 }
  }
  return nil
}
print(search(bubbleSorted(xs), for: 7)!, search(xs.sorted(), for: 3) == nil)
