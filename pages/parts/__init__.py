"""What every page draws alike: look, header, navigation, choice of unit, table and month, language."""
