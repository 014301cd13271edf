"""What a text says of a person beside the name: age, offices and professions, gender, bodies they belong to."""
