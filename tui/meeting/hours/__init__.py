"""When a meeting was held: its time zone, its sessions, and which times somebody gave."""
