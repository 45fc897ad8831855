"""The commands of ``thuoc``, by what they are about: a new command is a function here and its name in ``cli.py``.

Like pages they choose, call and show. What a command needs is imported when it runs: ``--help`` must not wait for it.
"""
