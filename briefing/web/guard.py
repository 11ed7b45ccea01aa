"""Who may talk to the server: whoever has opened our page, by an address and not by a trick.

A page of any web site can open a WebSocket to 127.0.0.1, and a site can let its own name lead
there. Either would read the articles through the visitor's browser and press keys in it.
"""

from __future__ import annotations

import ipaddress
import re
import socket

# The port may be another than ours: ssh forwards.
_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[0-9a-z_.-]+)(:[0-9]{1,5})?", re.IGNORECASE)


def is_host_known(host: str, given: str) -> bool:
    """Tell whether a request was meant for this server.

    Args:
        host: The request's ``Host``, with or without a port.
        given: Where the server was told to listen.

    Returns:
        True for an address, this machine's name, and the name that was given: no other web
        site is reached by one of these.
    """
    parts = _HOST.fullmatch(host)
    if parts is None:
        return False
    name = parts["name"].strip("[]").lower()
    own = socket.gethostname().lower().partition(".")[0]
    return name in {"localhost", given.lower()} or name.partition(".")[0] == own or is_address(name)


def is_own_page(origin: str | None, host: str) -> bool:
    """Tell whether a WebSocket is opened by our page; browsers always say by whose."""
    return origin in {f"http://{host}", f"https://{host}"}


def is_address(name: str) -> bool:
    """Tell whether a host is an address and not a name."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_local(address: str) -> bool:
    """Tell whether only this machine reaches an address."""
    return ipaddress.ip_address(address.partition("%")[0]).is_loopback
