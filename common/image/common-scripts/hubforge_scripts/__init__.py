"""What the Python commands in /opt/common-scripts share. Standard library only: it runs on any image's python."""
