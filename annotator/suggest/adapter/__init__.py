"""What is learnt from the analyst: an adapter that corrects the names of the pipeline below it."""
