"""What a paper was understood as, part by part, and how somebody puts it right before the meeting is made."""
