protocol Named { var name: String { get } }
struct Dog: Named { var age = 3 }
print(Dog().age)
