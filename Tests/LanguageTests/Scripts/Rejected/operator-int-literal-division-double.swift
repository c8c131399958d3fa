let n = 5
let half: Double = n / 2
print(half)
