"""PDF: from characters at places on pages to lines, columns, paragraphs and blocks.

A PDF has no words in an order, only signs at places. pdfium says which sign is where; all else is done here.
"""
