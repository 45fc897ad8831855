"""Pages where something is looked up: the tables as printed, the history of a figure, who has not reported."""
