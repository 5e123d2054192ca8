"""Objects that open dialogs and windows of other rooms."""
