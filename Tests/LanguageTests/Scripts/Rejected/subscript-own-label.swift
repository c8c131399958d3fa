struct M { subscript(row r: Int) -> Int { r } }
print(M()[0])
