"""Corpora of millions of articles: suggestions for all of them, written beside the corpus, and questions about these.

A corpus is a folder of shards. A shard is cut into parts; a part goes in as a path and comes out as two Parquet files.
It is done when its file of articles stands, which is written last. Whatever runs the parts, the files have the same
bytes. Nothing here opens a project.
"""
