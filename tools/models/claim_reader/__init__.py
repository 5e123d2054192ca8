"""Articles of our own writing in which every claim is marked, to train a model that reads claims.

Nothing that ships has learnt from them yet.
"""
