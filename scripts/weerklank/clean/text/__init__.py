"""Steps that any text needs: characters, white space, lists, quotations, and the finished blocks."""
