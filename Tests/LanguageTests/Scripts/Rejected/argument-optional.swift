func double(_ n: Int) -> Int { n * 2 }
let n = Int("4")
print(double(n))
