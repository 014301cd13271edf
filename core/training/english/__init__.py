"""English on top of the German encoder: its lower layers are shared, its upper ones are trained anew."""
