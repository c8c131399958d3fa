protocol Named { var name: String { get } }
struct Dog: Named { var name = 3 }
print(Dog().name)
