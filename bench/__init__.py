"""What the program costs, as ratios to a floor or a peer measured in the same run."""
