"""Work in a process of its own, for somebody with a screen.

Nothing is named here: whoever starts a worker must not wait for what a worker imports.
"""
