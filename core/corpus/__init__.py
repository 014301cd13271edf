"""Analysis of whole archives: documents in, whole parts out, on one machine or many, and tables of them."""
