"""Which machines may be asked: only such as anybody on the internet can reach.

An address comes from anybody's list, feed or redirect. Without this check it could make us ask the router, a database or the cloud's
metadata service for things, and keep what they say. The name is looked up once and the connection goes to the very address that was
checked, so that a name which changes its mind in between gains nothing.
"""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from kg.errors import FetchError
from kg.fetch.address import Address
from kg.settings import Fetching

TRANSLATED = ip_network("64:ff9b::/96")  # IPv4 addresses as networks of IPv6 alone see them
# tunnels and protocol assignments, which older Pythons hold for global
NEVER = tuple(map(ip_network, ("192.0.0.0/24", "192.88.99.0/24", "2001::/32", "2002::/16")))


def is_public(text: str) -> bool:
    """Whether an IP address is one that anybody on the internet can reach."""
    ip = ip_address(text.partition("%")[0])
    if isinstance(ip, IPv6Address):
        inner = ip.ipv4_mapped or (IPv4Address(int(ip) & 0xFFFFFFFF) if ip in TRANSLATED else None)
        if inner is not None:
            return is_public(str(inner))
        if ip.is_site_local or "%" in text:
            return False
    refused = ip.is_multicast or ip.is_reserved or ip.is_unspecified or any(ip in network for network in NEVER)
    return ip.is_global and not refused


def places(address: Address, settings: Fetching) -> list[str]:
    """The IP addresses of the address's host, in the order in which they are to be tried.

    Raises:
        FetchError: the host is not found, is (also) inside a private network, or the port is none that may be asked.
    """
    if address.port not in settings.ports:
        wanted = " and ".join(map(str, settings.ports))
        raise FetchError(f"port {address.port} is not asked; expected a web page at port {wanted}")
    try:
        found = socket.getaddrinfo(address.host.strip("[]"), address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or error
        raise FetchError(f"the host is not found ({why}); check the address, and the network") from error
    ips = list(dict.fromkeys(str(where[0]) for *_, where in found))
    inside = [] if settings.private else [ip for ip in ips if not is_public(ip)]
    if inside or not ips:
        raise FetchError(
            f"the host is not on the public internet ({', '.join(inside) or 'no address'}), so it is not asked; "
            "save the page from the browser"
        )
    return ips
