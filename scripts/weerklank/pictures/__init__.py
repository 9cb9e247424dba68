"""The debate in pictures: SVG made at build, each mark a link, each fact in data-* attributes.

Every picture is a pure function of the Collection; `facts` says what is shown, the others how.
"""
