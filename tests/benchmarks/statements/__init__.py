"""Who said what, measured on articles annotated for Lesart: statements found, speakers named, and how sure of them."""
