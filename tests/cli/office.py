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


def save(path, folder, options):
    with tempfile.TemporaryDirectory() as profile:
        os.makedirs(os.path.join(profile, "user"))
        with open(os.path.join(profile, "user", "registrymodifications.xcu"), "w") as file:
            file.write(SETTINGS)
        subprocess.run(["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--norestore", *options,
                        "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, path],
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


def convert(path, folder, *options):
    os.makedirs(folder, exist_ok=True)
    target = os.path.join(folder, os.path.splitext(os.path.basename(path))[0] + ".xlsx")
    kept = cached(path, options)
    if kept and os.path.exists(kept):
        shutil.copyfile(kept, target)
        return
    save(path, folder, options)
    if kept:
        os.makedirs(os.path.dirname(kept), exist_ok=True)
        copy = "%s.%d" % (kept, os.getpid())
        shutil.copyfile(target, copy)
        os.rename(copy, kept)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    convert(*sys.argv[1:])
