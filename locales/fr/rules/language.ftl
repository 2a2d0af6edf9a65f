### La langue d’un texte
