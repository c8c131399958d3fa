print([3.5, -1, 2, .infinity].sorted(), [1, 2, .max].count)
