protocol P { func f() { print(1) } }
