protocol Named { var name: String { get set } }
struct Dog: Named { let name = "a" }
print(Dog().name)
