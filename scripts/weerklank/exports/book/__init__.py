"""The reader as a book: what stands in it (`contents`), and that as a PDF, an EPUB and a cartridge for a school."""
