let d = ["a": 1, "b": "c"]
print(d)
