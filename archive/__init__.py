"""What a protocol is, and where it is kept. Imports nothing of ours; its modules are the words."""
