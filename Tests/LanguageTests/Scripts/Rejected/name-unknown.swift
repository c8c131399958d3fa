print(unknown)
