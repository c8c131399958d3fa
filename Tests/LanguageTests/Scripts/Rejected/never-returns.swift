func f() -> Never { print(1) }
f()
