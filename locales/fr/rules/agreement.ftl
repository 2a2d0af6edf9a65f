### Ce que disent les textes
