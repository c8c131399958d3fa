func once(_ n: Int) -> Int { n }
print(once(3) { 4 })
