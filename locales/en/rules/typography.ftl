### How a language is set
