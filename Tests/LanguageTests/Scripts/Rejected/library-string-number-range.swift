let text = "hello"
print(text[1..<3])
