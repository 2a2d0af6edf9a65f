### What texts say
