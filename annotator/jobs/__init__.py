"""Jobs over a whole project: what comes in and goes out, what is counted, found and changed in many articles."""
