### La typographie d’une langue
