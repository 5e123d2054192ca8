"""The formats of UIMA, WebAnno and INCEpTION."""
