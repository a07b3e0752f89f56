#!/usr/bin/env python3
"""LibreOffice as the second opinion: saves a file as a workbook, every formula recalculated.

    office.py FILE FOLDER [OPTION...]      FOLDER holds the workbook, under FILE's name with .xlsx

The same bytes give the same workbook, so within one run of the tests ($OFFICE_CACHE names a folder of
that run) they are converted once: the sanitized program writes what the plain one wrote before.
"""
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>
"""


def save(paths, folder, options):
    with tempfile.TemporaryDirectory() as profile:
        os.makedirs(os.path.join(profile, "user"))
        with open(os.path.join(profile, "user", "registrymodifications.xcu"), "w") as file:
            file.write(SETTINGS)
        subprocess.run(["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--norestore", *options,
                        "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, *paths],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       env={**os.environ, "HOME": profile})


def cached(path, options):
    """Where this run keeps the conversion of a file, or None."""
    folder = os.environ.get("OFFICE_CACHE")
    if not folder:
        return None
    with open(path, "rb") as file:
        name = hashlib.sha256(file.read() + "\0".join(options).encode()).hexdigest()
    return os.path.join(folder, name)


def target_of(path, folder):
    return os.path.join(folder, os.path.splitext(os.path.basename(path))[0] + ".xlsx")


def convert_all(paths, folder, *options):
    """Converts several files at once: each start of LibreOffice costs seconds."""
    os.makedirs(folder, exist_ok=True)
    kept = {path: cached(path, options) for path in paths}
    known = [path for path in paths if kept[path] and os.path.exists(kept[path])]
    others = [path for path in paths if path not in known]
    for path in known:
        shutil.copyfile(kept[path], target_of(path, folder))
    if others:
        save(others, folder, options)
    for path in others:
        if kept[path]:
            os.makedirs(os.path.dirname(kept[path]), exist_ok=True)
            copy = "%s.%d" % (kept[path], os.getpid())
            shutil.copyfile(target_of(path, folder), copy)
            os.rename(copy, kept[path])


def convert(path, folder, *options):
    convert_all([path], folder, *options)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    convert(*sys.argv[1:])
