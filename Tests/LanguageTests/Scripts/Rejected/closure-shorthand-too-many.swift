print([1, 2].map { $0 + $1 })
