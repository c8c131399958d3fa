class Animal { init() {} }
let animal = Animal()
print(type(of: animal).init())
