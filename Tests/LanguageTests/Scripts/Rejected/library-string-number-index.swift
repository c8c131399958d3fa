let text = "hello"
print(text[0])
