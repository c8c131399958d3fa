print([1, 2].size)
