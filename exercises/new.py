"""Begins an exercise: `python -m exercises.new KIND "Titel"`.

Copies `exercises/starter` and its tests, a whole small exercise that is on no agenda, under the
names of the new one, and adds that to the list in `exercises/__init__.py`. It works at once; where
to go on is said in comments that begin with "Next:".

KIND is the name of its folder, and is stored in agendas: lower case, an underscore between words.
"""

from __future__ import annotations

import argparse
import builtins
import keyword
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from state.models import INTERLUDES

ROOT = Path(__file__).resolve().parents[1]
# How the template calls itself: its kind, the beginning of its classes, and its title.
KIND, CLASS, TITLE = "starter", "Starter", "Beginoefening"
LONGEST_KIND, LONGEST_TITLE = 24, 40
FOLDERS = ("exercises", "tests/exercises")
_PRODUCT = ("exercises", "pages", "report", "state")


def begin(root: Path, kind: str, title: str) -> list[Path]:
    """Write the exercise in the repository at `root`, and give the files that were made. Raises
    ValueError with a sentence where kind or title can't be used; then nothing is written."""
    title = " ".join(title.split())
    trouble = next(troubles(root, kind, title), None)
    if trouble:
        raise ValueError(trouble)
    listing = root / "exercises" / "__init__.py"
    with_it = listed(listing.read_text("utf-8"), kind)
    made = [_copied(root, path, kind, title) for path in _template(root)]
    listing.write_text(with_it, "utf-8")
    return made


def listed(source: str, kind: str) -> str:
    """The list of exercises with one more at its end, and its import."""
    before, names, after = _parts(r"(from exercises import \(\n)(.*?)(\)\n)", source)
    imports = sorted([*names.splitlines(), f"    {kind},"])
    source = before + "\n".join(imports) + "\n" + after
    before, entries, after = _parts(r"(\nEXERCISES: [^\n]* = \(\n)(.*?)(\)\n)", source)
    return f"{before}{entries}    {kind}.EXERCISE,\n{after}"


def _parts(pattern: str, source: str) -> tuple[str, str, str]:
    found = re.search(pattern, source, re.S)
    if found is None:
        raise ValueError("The list in exercises/__init__.py has another form than expected.")
    return source[: found.start(2)], found[2], source[found.end(2) :]


def _template(root: Path) -> list[Path]:
    return [
        path for folder in FOLDERS for path in sorted((root / folder / KIND).rglob("*"))
        if path.is_file() and path.suffix in (".py", ".js", ".css", ".svg", ".json")
    ]  # fmt: skip


def _copied(root: Path, path: Path, kind: str, title: str) -> Path:
    parts = [kind if part == KIND else part for part in path.relative_to(root).parts]
    target = root.joinpath(*parts)
    target.parent.mkdir(parents=True, exist_ok=True)
    words = path.read_text("utf-8").replace(TITLE, title).replace(CLASS, class_of(kind))
    # Styles, animations and cards are named with hyphens.
    words = re.sub(rf"\b{KIND}(?=-)|(?<=-){KIND}\b", kind.replace("_", "-"), words)
    target.write_text(re.sub(rf"\b{KIND}\b", kind, words), "utf-8")
    return target


def class_of(kind: str) -> str:
    """What its classes begin with: 'OpenStance' for 'open_stance'."""
    return "".join(word.capitalize() for word in kind.split("_"))


def troubles(root: Path, kind: str, title: str) -> Iterator[str]:
    """Why kind or title can't be used in the repository at `root`, each in a sentence."""
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", kind):
        yield f"{kind!r} is no kind: use lower case letters, and an underscore between words."
    elif len(kind) > LONGEST_KIND:
        yield f"{kind!r} is too long for a kind: {LONGEST_KIND} characters at most."
    elif keyword.iskeyword(kind) or keyword.issoftkeyword(kind) or hasattr(builtins, kind):
        yield f"{kind!r} is a word of Python: take another kind."
    else:
        yield from _taken(root, kind)
    if not title or len(title) > LONGEST_TITLE:
        yield f"The title has 1 to {LONGEST_TITLE} characters; this one has {len(title)}."
    elif not re.fullmatch(r"[\w ,.:;?()&'’–-]+", title):
        yield "The title holds letters, figures, spaces and , . : ; ? ( ) & ' only."
    elif any(f'title=_("{title}")' in one.read_text("utf-8") for one in _kinds(root)):
        yield f"There is an exercise called {title!r} already."


def _taken(root: Path, kind: str) -> Iterator[str]:
    """What already bears that name: a folder or file, the classes, or the styles that phones keep
    of several exercises at once."""
    exercises = root / "exercises"
    if exercises / kind / "__init__.py" in _kinds(root):
        yield f"exercises/{kind} is there already: an exercise has one folder."
    kit = {path.stem for path in (exercises / "kit").rglob("*") if path.suffix in ("", ".py")}
    if kind in kit | set(INTERLUDES):
        yield f"{kind!r} is a name of the kit or of the agenda: take another kind."
    for folder in FOLDERS:
        for path in (root / folder / kind, root / folder / f"{kind}.py"):
            if path.exists():
                yield f"{path.relative_to(root).as_posix()} is there already: take another kind."
    classes = re.compile(rf"^class _?{class_of(kind)}(Config|View|Sentence)\b", re.M)
    styles = re.compile(rf"\.{kind.replace('_', '-')}-(phone|screen)\b")
    for pattern, ending in ((classes, "py"), (styles, "css")):
        for folder in _PRODUCT:
            for path in sorted((root / folder).rglob(f"*.{ending}")):
                found = pattern.search(path.read_text("utf-8"))
                if found:
                    name, where = found[0].removeprefix("class "), path.relative_to(root)
                    yield f"{name} is in {where.as_posix()} already: take another kind."


def _kinds(root: Path) -> list[Path]:
    return sorted(
        path for path in (root / "exercises").glob("*/__init__.py")
        if "\nEXERCISE = " in path.read_text("utf-8")
    )  # fmt: skip


def put_in_form(root: Path, made: list[Path]) -> None:
    """Order the imports and wrap the lines, which follow from the length of names; and make anew
    what is made of all files. Raises subprocess.CalledProcessError where a tool refuses."""
    tools = Path(sys.executable).parent
    python = [str(path) for path in made if path.suffix == ".py"]
    scripts = [str(path) for path in made if path.suffix == ".js"]
    commands = (
        [tools / "ruff", "check", "-q", "--select", "I", "--fix", "exercises/__init__.py", *python],
        [tools / "ruff", "format", "-q", "exercises/__init__.py", *python],
        [tools / "deno", "fmt", "-q", *scripts],
        [sys.executable, "docs/house.py"],
        [
            sys.executable, "-m", "babel.messages.frontend", "-q", "extract", "-F",
            "locale/babel.cfg", "-k", "_", "-k", "ngettext:1,2", "--no-location",
            "-o", "locale/odv.pot", ".",
        ],
    )  # fmt: skip
    for command in commands:
        subprocess.run(list(map(str, command)), cwd=root, check=True)


def _main() -> None:
    parser = argparse.ArgumentParser(prog="python -m exercises.new", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("kind", help="the name of its folder, such as open_stance")
    parser.add_argument("title", help="what people read, such as 'Open houding'")
    asked = parser.parse_args()
    try:
        made = begin(ROOT, asked.kind, asked.title)
    except ValueError as wrong:
        parser.error(str(wrong))
    try:
        put_in_form(ROOT, made)
    except (FileNotFoundError, subprocess.CalledProcessError) as failed:
        parser.exit(1, f"Written, but not put in form ({failed}): see step 10 of the guide.\n")
    kind = asked.kind
    print(f"exercises/{kind} and tests/exercises/{kind} are there: {len(made)} files.")
    print(f"Try it:      python -m pytest tests/exercises -k {kind}")
    print(f"Where to go: grep -rn 'Next:' exercises/{kind} tests/exercises/{kind}")


if __name__ == "__main__":
    _main()
