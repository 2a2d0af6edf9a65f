title = Hôpitaux
visitors = { $compte } visiteurs
