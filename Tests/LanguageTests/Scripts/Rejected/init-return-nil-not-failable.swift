struct P { init() { return nil } }
print(P())
