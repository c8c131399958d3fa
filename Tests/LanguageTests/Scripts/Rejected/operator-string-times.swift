let line = "-" * 10
print(line)
