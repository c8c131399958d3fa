let text = "hello"
let start: String = text.prefix(2)
print(start)
