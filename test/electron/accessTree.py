"""What a screen reader is given of the running applications, by AT-SPI: one JSON line a node, depth first.

Run by /usr/bin/python3 (Debian's python3-gi and gir1.2-atspi-2.0) on the session bus of DBUS_SESSION_BUS_ADDRESS.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

STATES = {
    "focused": Atspi.StateType.FOCUSED,
    "focusable": Atspi.StateType.FOCUSABLE,
    "pressed": Atspi.StateType.PRESSED,
    "enabled": Atspi.StateType.ENABLED,
}


def tell(node, depth):
    """A node and those under it, at most 60 deep: what went away meanwhile is passed over."""
    if node is None or depth > 60:
        return
    try:
        states = node.get_state_set()
        print(
            json.dumps(
                {
                    "depth": depth,
                    "role": node.get_role_name(),
                    "name": node.get_name(),
                    "states": [name for name, state in STATES.items() if states.contains(state)],
                    "lang": node.get_object_locale(),
                }
            )
        )
        for at in range(node.get_child_count()):
            tell(node.get_child_at_index(at), depth + 1)
    except gi.repository.GLib.Error as error:
        print(json.dumps({"depth": depth, "gone": str(error)}), file=sys.stderr)


Atspi.init()
tell(Atspi.get_desktop(0), 0)
