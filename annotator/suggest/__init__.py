"""Sources of suggestions. None of them sees the store, none of them decides."""
