"""The inspector of the active span."""
