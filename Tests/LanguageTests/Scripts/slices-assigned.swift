var numbers = [1, 2, 3, 4, 5]
numbers[1..<3] = [9, 9, 9]
print(numbers)
numbers[0...1] = []
print(numbers)
numbers[1...].sort(by: >)
print(numbers)
numbers[..<2] = numbers[2..<4]
print(numbers)
numbers[1..<3][1] = 77
print(numbers)
numbers[...] = [1]
print(numbers)
var slice = [1, 2, 3, 4][1...]
slice[2] = 30
slice.append(5)
slice.removeFirst()
print(slice, slice.startIndex, slice.popFirst()!, slice.popLast()!, slice)
slice.insert(8, at: slice.startIndex)
slice.swapAt(slice.startIndex, slice.endIndex - 1)
print(slice, slice.reversed().map { $0 }, slice.sorted(), slice + [0], [0] + slice)
