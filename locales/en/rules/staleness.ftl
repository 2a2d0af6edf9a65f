### Translations that are out of date
