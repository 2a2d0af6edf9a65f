about = About us
