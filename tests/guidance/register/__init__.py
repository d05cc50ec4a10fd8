"""What is known of each help route, with its proof."""
