"""Which key does what: the bindings of every pane, presets, and what config.yaml changes."""

from briefing.app.keys.current import Keys
from briefing.app.keys.keyed_app import KeyedApp, key_for, keys_for, say_keys

__all__ = ["KeyedApp", "Keys", "key_for", "keys_for", "say_keys"]
