enum E { case a }
print(E.a())
