"""Words in dispute: where each text uses them, in which form, and among which words.

`tokens` tells what a word is, `forms` what it is to a word in dispute, `count` where they stand in
a collection, `context` what stands around them. Nothing here reads or writes a file.
"""
