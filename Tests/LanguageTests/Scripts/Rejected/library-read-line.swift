let answer: String = readLine()
print(answer)
