let words = ["ab", "cd", "e"]
let line = "-=+"
print(Array(words.joined(separator: line.prefix(2))))
let text: String = words.joined(separator: line.prefix(2) + "")
print(text, words.joined(separator: String(line.prefix(1))))
