"""What goes out: the self-assessment table with its evidence list, in the formats of ``FORMATS``."""
