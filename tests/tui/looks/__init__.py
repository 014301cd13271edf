"""What Lesart looks like: scenes, the pictures of them that were looked at, and the means to look at them again."""
