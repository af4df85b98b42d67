"""Final reports at the desks of those who answer: prosecutor, supervisor, court."""
