let doubled = stride(from: 0, to: 5, by: 1)
print(doubled[2])
