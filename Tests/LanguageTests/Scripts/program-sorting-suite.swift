func bubbleSort<T: Comparable>(_ a: [T]) -> [T] {
  var a = a
  for i in 0..<a.count {
    var swapped = false
    for j in 0..<(a.count - i - 1) {
      if a[j] > a[j + 1] {
        a.swapAt(j, j + 1)
        swapped = true
      }
    }
    if !swapped { break }
  }
  return a
}
func insertionSort<T>(_ array: [T], by less: (T, T) -> Bool) -> [T] {
  var a = array
  for i in 1..<a.count {
    var j = i
    let temp = a[j]
    while j > 0 && less(temp, a[j - 1]) {
      a[j] = a[j - 1]
      j -= 1
    }
    a[j] = temp
  }
  return a
}
func mergeSort<T: Comparable>(_ array: [T]) -> [T] {
  guard array.count > 1 else { return array }
  let middle = array.count / 2
  return merge(mergeSort(Array(array[..<middle])), mergeSort(Array(array[middle...])))
}
func merge<T: Comparable>(_ left: [T], _ right: [T]) -> [T] {
  var l = 0
  var r = 0
  var result = [T]()
  result.reserveCapacity(left.count + right.count)
  while l < left.count && r < right.count {
    if left[l] <= right[r] {
      result.append(left[l])
      l += 1
    } else {
      result.append(right[r])
      r += 1
    }
  }
  return result + left[l...] + right[r...]
}
func quickSort<T: Comparable>(_ a: [T]) -> [T] {
  guard let pivot = a.first else { return [] }
  let rest = a.dropFirst()
  return quickSort(rest.filter { $0 < pivot }) + [pivot] + quickSort(rest.filter { $0 >= pivot })
}
func partition(_ a: inout [Int], _ lo: Int, _ hi: Int) -> Int {
  let pivot = a[hi]
  var i = lo
  for j in lo..<hi where a[j] <= pivot {
    (a[i], a[j]) = (a[j], a[i])
    i += 1
  }
  (a[i], a[hi]) = (a[hi], a[i])
  return i
}
func quickSortInPlace(_ a: inout [Int], low: Int, high: Int) {
  if low < high {
    let p = partition(&a, low, high)
    quickSortInPlace(&a, low: low, high: p - 1)
    quickSortInPlace(&a, low: p + 1, high: high)
  }
}
func countingSort(_ a: [Int]) -> [Int] {
  guard let maxElement = a.max() else { return [] }
  var counts = [Int](repeating: 0, count: maxElement + 1)
  for x in a { counts[x] += 1 }
  return counts.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
}
func heapSort(_ input: [Int]) -> [Int] {
  var a = input
  func sift(_ start: Int, _ end: Int) {
    var root = start
    while root * 2 + 1 <= end {
      var child = root * 2 + 1
      if child + 1 <= end && a[child] < a[child + 1] { child += 1 }
      if a[root] < a[child] {
        a.swapAt(root, child)
        root = child
      } else {
        return
      }
    }
  }
  for start in stride(from: (a.count - 2) / 2, through: 0, by: -1) { sift(start, a.count - 1) }
  for end in stride(from: a.count - 1, to: 0, by: -1) {
    a.swapAt(0, end)
    sift(0, end - 1)
  }
  return a
}
let numbers = [5, 2, 9, 1, 5, 6, 0, 8, 3]
print(
  bubbleSort(numbers), insertionSort(numbers, by: >), mergeSort(numbers), quickSort(numbers), countingSort(numbers),
  heapSort(numbers), separator: "\n")
var inPlace = numbers
quickSortInPlace(&inPlace, low: 0, high: inPlace.count - 1)
print(inPlace, inPlace == numbers.sorted())
print(mergeSort(["pear", "apple", "fig"]), bubbleSort([3.5, -1, 2]))
struct Person {
  let name: String
  let age: Int
}
let people = [Person(name: "Zed", age: 30), Person(name: "Amy", age: 25), Person(name: "Bob", age: 30)]
let sorted = people.sorted { ($0.age, $0.name) < ($1.age, $1.name) }
print(sorted.map { "\($0.name):\($0.age)" })
print(
  people.sorted { a, b in
    if a.age != b.age { return a.age > b.age }
    return a.name < b.name
  }.map(\.name))
