"""PDF: from characters at places on pages to lines, columns, paragraphs and blocks.

A PDF has no running text, only characters at positions. pdfium reports those; everything else is done here.
"""
