print([1, 2].map { 3 })
