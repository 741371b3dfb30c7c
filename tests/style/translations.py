#!/usr/bin/python3
# Copyright 2026 The Clientele Developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""Each translation has every word of the program, and none of it is a guess."""
import pathlib
import subprocess
import sys
import tempfile

from source_tree import ROOT, read

KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3",
            "g_dpgettext2:2c,3", "g_dcgettext:2"]


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def extract(target, *sources):
    """All words of the program, as they are now."""
    run("xgettext", "--from-code=UTF-8", "--add-comments", f"--output={target}", *sources,
        *(f"--keyword={keyword}" for keyword in KEYWORDS))


def missing(template, translation, folder):
    """The words that a translation lacks or only guesses at, and their places."""
    merged = folder / "merged.po"
    run("msgmerge", "--quiet", f"--output-file={merged}", translation, template)
    for kind in ("--untranslated", "--only-fuzzy"):
        lacking = run("msgattrib", "--no-obsolete", "--no-wrap", kind, merged)
        for entry in lacking.split("\n\n")[1:]:
            words = [line[6:] for line in entry.splitlines() if line.startswith("msgid ")]
            place = [line[3:] for line in entry.splitlines() if line.startswith("#: ")]
            yield f"{(place or ['?'])[0]}: {words[0] if words else entry} ({kind[2:]})"


def self_test(folder):
    source, template, translation = (folder / name for name in ("a.c", "a.pot", "a.po"))
    source.write_text('char *a = _("One"), *b = _("Two"), *c = ngettext ("%d x", "%d xs", n);\n')
    extract(template, str(source))
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    translation.write_text(head + '\nmsgid "One"\nmsgstr "1"\n'
                           '\n#, fuzzy\nmsgid "Two"\nmsgstr "2"\n')
    found = list(missing(template, translation, folder))
    if len(found) != 2:
        yield f"the rule does not see a missing and a guessed word, but {found}"


def check(folder):
    yield from self_test(folder)
    template = folder / "clientele.pot"
    extract(template, "--files-from=po/POTFILES.in")
    for language in read("po/LINGUAS").split():
        for message in missing(template, ROOT / "po" / f"{language}.po", folder):
            yield f"po/{language}.po: {message}"


def main():
    with tempfile.TemporaryDirectory() as folder:
        wrong = list(check(pathlib.Path(folder)))
    for message in wrong:
        print(message)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
