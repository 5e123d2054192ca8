"""Suggestions for corpora of millions of articles, written beside the corpus, and queries over the results.

A corpus is a folder of shards. A shard is cut into parts. A worker receives a part as a path and writes its results as
two Parquet files. A part is done once its file of articles exists, which is written last. The files have the same bytes
whichever engine runs the parts. Nothing here opens a project.
"""
