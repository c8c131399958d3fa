let numbers: any Sequence<Int> = ["a", "b"]
print(numbers)
