#!/usr/bin/python3
"""A bare WebKitGTK window that WebKitWebDriver drives; run by the Python of the system, not ours.

WebKitWebDriver starts it with `--automation` and asks it for windows. The size comes from
ODV_WINDOW, as in "390x844".
"""

import os

import gi  # type: ignore[import-not-found, unused-ignore]

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # type: ignore[import-not-found, unused-ignore] # noqa: E402

WIDTH, HEIGHT = (int(side) for side in os.environ["ODV_WINDOW"].split("x"))


def main() -> None:
    """Wait for the driver."""
    context = WebKit2.WebContext.new_ephemeral()
    context.set_automation_allowed(True)
    context.connect("automation-started", lambda _context, session: accept(context, session))
    Gtk.main()


def accept(context: WebKit2.WebContext, session: WebKit2.AutomationSession) -> None:
    """Tell the driver what it talks to; it refuses another name than that of its own browser."""
    info = WebKit2.ApplicationInfo()
    info.set_name("MiniBrowser")
    session.set_application_info(info)
    session.connect("create-web-view", lambda _session: open_window(context))


def open_window(context: WebKit2.WebContext) -> WebKit2.WebView:
    """A window without a frame, of the size of a phone or a projector."""
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True)
    window = Gtk.Window()
    window.set_decorated(False)
    window.set_default_size(WIDTH, HEIGHT)
    window.add(view)
    window.show_all()
    view.grab_focus()
    # Without a window manager nobody else gives it the focus, and typing would go nowhere.
    window.get_window().focus(0)
    return view


main()
