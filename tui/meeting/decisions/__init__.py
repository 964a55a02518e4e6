"""What a decision's words say of who moved it, how the votes went and what came of it."""
