let numbers = [10, 20, 30, 40]
let slice = numbers[1..<3]
print(slice, slice.startIndex, slice.endIndex, slice[1], slice[2], slice.count, slice.first!, slice.last!)
print(Array(slice), slice.indices, numbers[...], numbers[2...], numbers[..<2], numbers[...2], type(of: slice))
for x in slice { print(x, terminator: " ") }
for i in slice.indices { print(i, slice[i], terminator: " ") }
print()
print(
  slice.firstIndex(of: 30)!, slice == [20, 30], slice[2...], slice[...1], [slice], slice.isEmpty, numbers[2..<2].isEmpty
)
