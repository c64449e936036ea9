"""What atlases of growing size cost: to build, to open, and to use, beside peers."""
