"""Run by the system's Python, which has LibreOffice's interface: accepts or rejects all changes of a file.

Arguments: the port on which LibreOffice listens, ``Accept`` or ``Reject``, the file, and the file to write.
"""

import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def main(port, choice, source, target):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    address = f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext"
    end = time.monotonic() + 90
    while True:
        try:
            context = resolver.resolve(address)
            break
        except NoConnectException:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
    make = context.ServiceManager.createInstanceWithContext
    desktop = make("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL(Path(source).as_uri(), "_blank", 0, (_set("Hidden", True),))
    frame = document.getCurrentController().getFrame()
    dispatcher = make("com.sun.star.frame.DispatchHelper", context)
    dispatcher.executeDispatch(frame, f".uno:{choice}AllTrackedChanges", "", 0, ())
    document.storeToURL(Path(target).as_uri(), (_set("FilterName", "Office Open XML Text"),))
    document.close(True)


def _set(name, value):
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


if __name__ == "__main__":
    main(*sys.argv[1:])
