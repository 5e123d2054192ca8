"""The inspector of the span under the caret."""
