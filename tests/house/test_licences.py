"""What Penholder is made of may be used freely: MIT, BSD, Apache, MPL and their like, never GPL."""

import json
import re
from importlib.metadata import distribution
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
FREE = re.compile(r"MIT|BSD|Apache|ISC|MPL|Mozilla|PSF|Python|Unlicense|Zlib|0BSD", re.IGNORECASE)
GPL = re.compile(r"GPL|GNU", re.IGNORECASE)
DRIVERS = {"psycopg", "psycopg-binary"}  # LGPL: a driver that may be exchanged
LOCKED = re.findall(r"^([\w.-]+)", (TOP / "requirements" / "run.txt").read_text("utf-8"), re.MULTILINE)


def licence(name):
    told = distribution(name).metadata
    classified = [each for each in told.get_all("Classifier") or [] if each.startswith("License ::")]
    written = (told.get("License") or "").splitlines()[:1]
    return " / ".join([told.get("License-Expression") or "", *written, *classified])


@pytest.mark.parametrize("name", LOCKED)
def test_a_package_that_we_run_with_is_free(name):
    try:
        told = licence(name)
    except ModuleNotFoundError:
        pytest.xfail("another system's package")
    assert FREE.search(told) or name in DRIVERS, told
    assert not GPL.search(told) or name in DRIVERS, told


def test_a_package_of_the_front_end_is_free():
    packages = json.loads((TOP / "package-lock.json").read_text("utf-8"))["packages"]
    for name, each in packages.items():
        told = each.get("license", "")
        assert FREE.search(told), f"{name}: {told}"
        assert not GPL.search(told), f"{name}: {told}"
