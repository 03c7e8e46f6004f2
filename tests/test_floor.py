"""The oldest browsers that must manage: nothing in scripts, styles and templates is newer.

What a browser can do is MDN's browser-compat-data; `tests/scripts/floor/` reads the files with a
real parser and looks up everything in them.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
_DENO = Path(sys.executable).parent / "deno"
_CHECK = ROOT / "tests" / "scripts" / "floor" / "check.js"


def check(folder: Path, *more: str) -> list[str]:
    """The findings in a folder."""
    command = [str(_DENO), "run", "--quiet", "--allow-all", str(_CHECK), str(folder), *more]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-4000:]
    return done.stdout.splitlines()


def test_nothing_is_newer_than_the_oldest_browsers() -> None:
    assert check(ROOT) == []


NEW_STYLES = {
    "dvh alone": "a{height:100dvh}",
    "after a newer one": "a{height:100dvh;height:100vh;max-height:9dvh}",
    "in a var": "a{height:100vh;height:var(--room,100dvh)}",
    "a later custom property": "a{--room:100dvh}",
    "has": "a:has(b){color:red}",
    "nesting": "a{& b{color:red}}",
    "container": "@container (width>1px){a{color:red}}",
    "range": "@media (width>=1px){a{color:red}}",
    "colour": "a{color:color-mix(in srgb,red,blue)}",
}
OLD_STYLES = {
    "vh first": "a{height:100vh;height:100dvh}",
    "supports": "@supports (height:1dvh){a{height:100dvh}}",
    "harmless": "a{text-wrap:balance}",
    "prefixed": "a{-webkit-user-select:none;user-select:none}",
    "is and where": ":is(a,b):where(c){inset:0;aspect-ratio:1;gap:1px}",
}


NEW_SCRIPTS = {
    "findLastIndex": "x.findLastIndex(f)",
    "structuredClone is there": "structuredClone(x); x.toSorted()",
    "lookbehind": "x.split(/(?<=a)/)",
    "static block": "class A { static { x() } }",
    "import with": "import a from './a.json' with { type: 'json' }",
    "global": "new URLPattern(x)",
    "of a global": "AbortSignal.timeout(1)",
    "of navigator": "navigator.userActivation.isActive",
    "event": "x.addEventListener('scrollend', f)",
    "inert": "html`<div class=a inert id=${b}>`",
    "unit": "x.style.height = '100dvh'",
}
OLD_SCRIPTS = {
    "at": "x.at(-1) ?? structuredClone(y)",
    "asked": "x.checkVisibility?.(); if ('wakeLock' in navigator) navigator.wakeLock.request()",
    "typeof": "typeof URLPattern === 'function' && new URLPattern(x)",
    "own name": "const scheduler = {}; scheduler.post()",
    "markup": "html`<input enterkeyhint=next onPointerDown=${f} disabled>`",
    "words": "html`<p>is inert </p>`",
}


SAMPLES = {
    ".css": {**NEW_STYLES, **OLD_STYLES},
    ".js": {**NEW_SCRIPTS, **OLD_SCRIPTS},
}


def phone_styles() -> list[Path]:
    """What phones are given, also the part that they share with the screen."""
    own = ("phone/phone", "door/door", "remote/remote")
    return [
        *(ROOT / "pages" / "browser" / f"{name}.css" for name in own),
        *sorted((ROOT / "exercises").glob("**/browser/phone.css")),
        ROOT / "exercises" / "kit" / "look" / "base.css",
    ]


@pytest.mark.parametrize("path", phone_styles(), ids=lambda path: str(path.relative_to(ROOT)))
def test_text_on_phones_follows_the_size_that_somebody_set(path: Path) -> None:
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", path.read_text(encoding="utf-8"))
    assert rules
    # Text in a drawing, which has a fill, is as large as its drawing; the screen is in px.
    fixed = [
        selector.strip()
        for selector, body in rules
        if re.search(r"font(?:-size)?:[^;]*\d+px", body)
        and "fill:" not in body
        and ".screen-bar" not in selector
    ]
    assert fixed == []


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the samples in which something is found, by the floor of phones."""
    folder = tmp_path_factory.mktemp("samples")
    for ending, samples in SAMPLES.items():
        for name, text in samples.items():
            (folder / f"{name}{ending}").write_text(text, encoding="utf-8")
    # Too old a browser is told so by a script that it must be able to read.
    (folder / "door").mkdir()
    (folder / "door" / "floor.js").write_text("let x = () => 1")
    files = [str(path.relative_to(folder)) for path in folder.rglob("*.*")]
    lines = check(folder, "--only", "phone", *files)
    return {line.partition(":")[0].rpartition(".")[0] for line in lines}


@pytest.mark.parametrize("name", [*NEW_STYLES, *NEW_SCRIPTS, "door/floor"])
def test_what_is_too_new_is_found(found: set[str], name: str) -> None:
    assert name in found


@pytest.mark.parametrize("name", [*OLD_STYLES, *OLD_SCRIPTS])
def test_what_is_old_enough_is_not(found: set[str], name: str) -> None:
    assert name not in found
