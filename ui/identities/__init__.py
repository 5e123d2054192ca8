"""Who is who: a window with the people and organisations behind the project's mentions."""
