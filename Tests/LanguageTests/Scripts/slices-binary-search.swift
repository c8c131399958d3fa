func search<T: Comparable>(_ xs: ArraySlice<T>, _ wanted: T) -> Int? {
  if xs.isEmpty { return nil }
  let middle = xs.startIndex + xs.count / 2
  if xs[middle] == wanted { return middle }
  return xs[middle] < wanted ? search(xs[(middle + 1)...], wanted) : search(xs[..<middle], wanted)
}
let sorted = [1, 3, 5, 8, 13, 21]
print(search(sorted[...], 8) as Any, search(sorted[...], 1)!, search(sorted[...], 4) as Any)
func mergeSort(_ xs: [Int]) -> [Int] {
  guard xs.count > 1 else { return xs }
  let half = xs.count / 2
  let (left, right) = (mergeSort(Array(xs[..<half])), mergeSort(Array(xs[half...])))
  var (i, j, result) = (0, 0, [Int]())
  while i < left.count && j < right.count {
    if left[i] <= right[j] {
      result.append(left[i])
      i += 1
    } else {
      result.append(right[j])
      j += 1
    }
  }
  return result + left[i...] + right[j...]
}
print(mergeSort([5, 2, 9, 1, 5, 6]))
func total(_ xs: ArraySlice<Int>) -> Int { xs.isEmpty ? 0 : xs.first! + total(xs.dropFirst()) }
print(total([1, 2, 3]), total(sorted[2..<4]))
