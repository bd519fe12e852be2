"""The command line of Penholder: ``penholder --help``, or ``python -m penholder --help``.

Exits with 0 if all is well, 1 if ``check`` or ``merge`` found something or ``amend`` an
instruction that cannot be followed, 2 if something cannot be done.
"""

import typer

from exports.commands import amend, check, compare, merge, read, write
from web.commands import demo, export, invite, log, serve

app = typer.Typer(
    help="Negotiate a United Nations draft resolution: its documents, its record, its pages.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for command in (serve, demo, read, write, check, compare, amend, merge, log, export, invite):
    app.command()(command)

if __name__ == "__main__":
    app(prog_name="penholder")
