var number: Int! = 3
let text: String = number
print(text)
