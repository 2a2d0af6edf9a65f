title = Hospitals
visitors = { $count } visitors came to { $place }
