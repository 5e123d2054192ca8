"""The content of the wheel; everything else about the package stands in pyproject.toml.

`annotator` and `spanwright` are installed as they are. Window, entry point and resources go below `spanwright`, since
names as common as `ui` and `resources` belong to nobody.
"""

from setuptools import find_packages, setup

PROGRAM = "spanwright._program"

setup(
    packages=[
        *find_packages(include=["annotator", "annotator.*", "spanwright", "spanwright.*"]),
        *(f"{PROGRAM}.{name}" for name in find_packages(include=["ui", "ui.*"])),
        f"{PROGRAM}.resources",
        f"{PROGRAM}.docs.manual",
    ],
    py_modules=[f"{PROGRAM}.main"],
    package_dir={PROGRAM: "."},
    package_data={
        "annotator": ["py.typed"],
        "spanwright": ["py.typed"],
        f"{PROGRAM}.resources": ["**/*"],
        f"{PROGRAM}.docs.manual": ["**/*"],
    },
    include_package_data=False,
)
