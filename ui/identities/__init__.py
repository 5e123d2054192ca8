"""Who is who: the people and bodies behind the mentions of a project, a window of its own."""
