enum E { case a = 1 }
print(E.a)
