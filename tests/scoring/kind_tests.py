"""The modules of ``kinds/``, one a rule kind, under the kind's own name.

A kind in the registry without its module does not import: nothing is generated for some kinds only.
"""

from importlib import import_module

from scoring.kinds import KINDS
from tests.scoring.kind import KindTest

KIND_TESTS: dict[str, KindTest] = {name: import_module(f"tests.scoring.kinds.{name}").KIND for name in KINDS}
