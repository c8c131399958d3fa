let cs: [Character] = "abc"
print(cs)
