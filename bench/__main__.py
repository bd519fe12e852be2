"""Prints one JSON line a figure: ``python -m bench [NAME …]``."""

import sys

import bench.engine
import bench.figures
import bench.files
import bench.memory
import bench.pages  # noqa: F401  # which enter the figures
from bench.measuring import lines

for line in lines(sys.argv[1:]):
    print(line, flush=True)
