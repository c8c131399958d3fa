let numbers: Set = [3, 1, 2, 3]
print(numbers.count, numbers.sorted())
let letters: Array = ["a", "b"]
print(letters.count, letters[1])
let ages: Dictionary = ["Ann": 31]
print(ages["Ann"] ?? 0)
let maybe: Optional = 4
print(maybe ?? 0)
struct Box<Content> { var content: Content }
let box: Box = Box(content: 2.5)
print(box.content * 2)
