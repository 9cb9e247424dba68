"""Any number of scrapes to records of their reading texts, and to what a search index is made of.

Paths go in and files come out: `shards` says which texts go together, by their hashes; `shard_file` makes the file of
one shard, in any process on any machine; `clean_corpus` has an Executor make all that are not there yet.
"""
