"""Two threads may ask for the first thing of a type at once."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefing.lexicons import loader
from briefing.lexicons.compiled import compiled

UNPACKING = """
from briefing.model import Document
from briefing.model.packed import pack, unpack
article = dict(id="a", path="a", sha256="b", media_type="text/plain", encoding="utf-8", text="x")
data = pack(Document(**article))

def act():
    assert unpack(data).text == "x"
"""

RECALLING = """
from datetime import date
from pathlib import Path
from briefing.library.stamps import Print, Stamp
from briefing.library.store import Kept, Store
from briefing.model import Headline, Summary
kept = Kept(
    Stamp(1, 2), Print("ab", b"x"), Headline("A", date(2024, 5, 6), None), Summary(3, 2, 1), b"k"
)
path = Path("a.txt")
store = Store()
store.keep(path, kept, b"packed")
store.close()

def act():
    store = Store()
    assert store.recall([path]) == {path: kept}
    store.close()
"""

COMPILED = """
from pathlib import Path
from briefing.lexicons import loader
from briefing.lexicons.compiled import compiled
path = Path(loader.__file__).parent / "cues.yaml"

def act():
    assert compiled(path, loader.read_yaml)
"""

# One thread learns a type, and has just learned what that holds: another wants it, too.
MEANWHILE = """
import sys
from threading import Thread
learned, other = [], Thread(target=act)

def meanwhile(frame, event, _):
    if event == "return" and frame.f_code.co_name == "get_class_annotations":
        learned.append(frame)
        if len(learned) == 2:
            other.start()
            other.join(0.2)

sys.setprofile(meanwhile)
act()
sys.setprofile(None)
other.join()
"""


@pytest.mark.parametrize(
    "code", [UNPACKING, RECALLING, COMPILED], ids=["unpack", "recall", "compiled"]
)
def test_two_threads_may_learn_a_type_at_once(code):
    compiled(Path(loader.__file__).parent / "cues.yaml", loader.read_yaml)
    command = [sys.executable, "-c", code + MEANWHILE]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
