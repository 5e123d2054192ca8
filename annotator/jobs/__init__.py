"""Jobs over a whole project: import and export, counting, searching and changing many articles.

A job raises `StoreError` if its project cannot be read; its docstring names only other errors.
"""
