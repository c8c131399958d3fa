struct S {}
extension S { var n = 1 }
print(S())
