"""The user of this computer."""

from getpass import getuser


def user_name() -> str:
    """Return the user's full name, or the login if the system keeps no full name."""
    try:
        login = getuser()
    except (ImportError, KeyError, OSError):  # depending on Python's version and the system
        return "annotator"
    return _full_name(login) or login


def _full_name(login: str) -> str:
    """Return a user's full name, empty if the system keeps none."""
    try:
        import pwd  # Windows has none
    except ImportError:
        return ""
    try:
        kept = pwd.getpwnam(login).pw_gecos
    except KeyError:
        return ""
    name = kept.encode("utf-8", "ignore").decode()  # bytes that are not UTF-8 come as surrogates
    return name.split(",")[0].replace("&", login.capitalize()).strip()  # "&" stands for the login
