### Les traductions périmées
