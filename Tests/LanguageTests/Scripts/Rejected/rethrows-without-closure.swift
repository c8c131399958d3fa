func f() rethrows {}
