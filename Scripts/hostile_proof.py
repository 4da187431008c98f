"""Proves that no file can hurt: hostile_proof.py ETUDE [FOLDER].

Makes files as strangers with bad intent make them, gives each to `etude catalog import` (to `catalog lint` in a program
without it), and checks that the program ends with exit 65 or 78 and one sentence, within 2 s and 200 MB; that it opens no
socket; and that a canary outside of the folder is neither opened nor printed. Some odd but honest files must pass. Needs
strace and 2 GB of disk in FOLDER, by default a temporary one.
"""

import gzip
import io
import os
import pathlib
import re
import socket
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
import zlib

ETUDE = os.path.abspath(sys.argv[1])
SECONDS, MEGABYTES = 2.0, 200
CANARY = "canary-7f3a91-sings"
CASES = []


def case(name, content, *, codes=(65, 78), args=(), passes=False):
    """Adds a file: bytes, a text, a function that writes to a file, or one that makes what stands at the path."""
    CASES.append((name, content, codes, args, passes))


def repeated(*parts):
    """A writer of parts, each bytes and how often."""
    def write(file):
        for data, count in parts:
            block = data * max(1, min(count, (1 << 20) // max(1, len(data))))
            whole = count * len(data)
            while whole > 0:
                file.write(block[:whole])
                whole -= min(whole, len(block))
    return write


def gz(data):
    return gzip.compress(data, mtime=0)


def gz_repeated(unit, megabytes):
    """A gzip member of a unit again and again, made in little memory."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = unit * (1_000_000 // len(unit))
    return b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()


def gzip_bomb(unit, times, head=b""):
    """A writer of one small gzip member again and again: 100 MB of the unit each."""
    return lambda file: file.write((gz(head) if head else b"") + gz_repeated(unit, 100) * times)


def zipped(name, data):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return buffer.getvalue()


def tarred(name, data):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        info = tarfile.TarInfo(name)
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def laughs(levels, name="lol"):
    entities = "".join(
        f'<!ENTITY {name}{i} "' + (f"&{name}{i - 1};" * 10 if i else "ha") + '">' for i in range(levels)
    )
    return f'<?xml version="1.0"?><!DOCTYPE a [{entities}]><a>&{name}{levels - 1};</a>'


SKOS = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#">'


def markup_cases(outside):
    canary = (outside / "canary.yaml").as_uri()
    case("billion-laughs.xml", laughs(10))
    case("billion-laughs.rdf", laughs(10).replace("<a>", SKOS).replace("</a>", "</rdf:RDF>"))
    case("quadratic.xml", f'<!DOCTYPE a [<!ENTITY x "{"y" * 100_000}">]><a>{"&x;" * 10_000}</a>')
    case("xxe-file.xml", f'<!DOCTYPE a [<!ENTITY x SYSTEM "{canary}">]><a>&x;</a>')
    case("xxe-file.rdf", f'<!DOCTYPE a [<!ENTITY x SYSTEM "{canary}">]>{SKOS}&x;</rdf:RDF>')
    case("xxe-http.xml", '<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]><a>&x;</a>')
    case("xxe-parameter.xml", f'<!DOCTYPE a [<!ENTITY % x SYSTEM "{canary}"> %x;]><a/>')
    case("dtd-at-a-distance.xml", '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>')
    case("dtd-of-a-file.xml", f'<!DOCTYPE a SYSTEM "{canary}"><a/>')
    case("attribute-entity.xml", f'<!DOCTYPE a [<!ATTLIST a b CDATA "{"x" * 1000}">]><a/>')
    case("xinclude.rdf", f'{SKOS}<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="{canary}"/></rdf:RDF>')
    case("stylesheet.rdf", f'<?xml-stylesheet href="{canary}"?>{SKOS}</rdf:RDF>')
    case("deep.xml", repeated((b"<a>", 100_000)))
    case("deep.rdf", repeated((SKOS.encode(), 1), (b"<skos:Concept>", 100_000)))
    case("deep.html", repeated((b"<html><body>", 1), (b"<div>", 100_000)))
    case("deep-tables.html", repeated((b"<html><body>", 1), (b"<table><tr><td>", 100_000)))
    case("giant-attribute.xml", repeated((b'<a b="', 1), (b"x", 1 << 30)))
    case("giant-attribute.rdf", repeated((SKOS.encode() + b'<skos:Concept rdf:about="', 1), (b"x", 1 << 30)))
    case("giant-attribute.html", repeated((b'<html><body><p class="', 1), (b"x", 1 << 30)))
    case("many-attributes.xml", "<a " + " ".join(f'b{i}="x"' for i in range(200_000)) + "/>")
    case("many-attributes.rdf", SKOS[:-1] + " ".join(f' b{i}="x"' for i in range(200_000)) + "/>")
    case("giant-name.rdf", repeated((SKOS.encode() + b"<", 1), (b"x", 1 << 28)))
    case("giant-text.rdf", repeated((SKOS.encode() + b"<skos:Concept><skos:prefLabel>", 1), (b"x", 1 << 28)))
    case("giant-comment.rdf", repeated((SKOS.encode() + b"<!--", 1), (b"x", 1 << 28)))
    case("giant-instruction.rdf", repeated((SKOS.encode() + b"<?x ", 1), (b"x", 1 << 28)))
    case("giant-section.rdf", repeated((SKOS.encode() + b"<![CDATA[", 1), (b"x", 1 << 28)))
    case("giant-text.html", repeated((b"<html><dl><dt>", 1), (b"x", 1 << 28)))
    case("two-roots.xml", "<a/><b/>")
    case("two-roots.rdf", f"{SKOS}</rdf:RDF>{SKOS}</rdf:RDF>")
    case("truncated.rdf", f"{SKOS}<skos:Concept rdf:about='a'><skos:prefLabel xml:lang='en'>a")
    case("section-end.rdf", f"{SKOS}]]></rdf:RDF>")
    case("open-section.rdf", f"{SKOS}<![CDATA[ <skos:Concept/> </rdf:RDF>")
    case("undeclared-prefix.rdf", f"{SKOS}<x:y/></rdf:RDF>")
    case("crossed.rdf", f"{SKOS}<skos:Concept></rdf:RDF></skos:Concept>")
    case("zero-reference.rdf", f"{SKOS}<skos:Concept><skos:prefLabel>&#0;</skos:prefLabel></skos:Concept></rdf:RDF>")
    case("huge-reference.rdf", f"{SKOS}&#x7FFFFFFF;</rdf:RDF>")
    case("unknown-entity.rdf", f"{SKOS}&nbsp;</rdf:RDF>")
    case("utf-7.xml", "<?xml version='1.0' encoding='UTF-7'?>+ADwAIQ-DOCTYPE a+AD4-")
    case("ebcdic.xml", "<?xml version='1.0' encoding='IBM037'?><a/>")
    case("utf-16-doctype.xml", laughs(10).encode("utf-16-le"))
    case("overlong-tag.xml", b"<a>\xc0\xbcb></a>")
    case("no-entries.html", "<html><body><p>Nothing here.</p><script>alert(1)</script></body></html>")


def packing_cases():
    case("bomb.csv.gz", gzip_bomb(b" ", 100))
    case("bomb-lines.txt.gz", gzip_bomb(b"a\n", 20))
    case("bomb-rows.csv.gz", gzip_bomb(b"a,b\n", 20, b"name,definition\n"))
    case("bomb.rdf.gz", gzip_bomb(b"<skos:Concept/>", 20, SKOS.encode()))
    case("bomb-by-content.yaml", gzip_bomb(b"- a: b\n", 20))
    case("doubly.csv.gz", gz(gz(b"name,definition\na,b\n")))
    case("cut.csv.gz", gz(b"name,definition\n" + os.urandom(5000).hex().encode())[:-9])
    case("wrong-sum.csv.gz", gz(b"name,definition\na,b\n")[:-8] + bytes(8))
    case("tail.csv.gz", gz(b"name,definition\na,b\n") + b"tail")
    case("plain-member.csv.gz", b"\x1f\x8b\x08\xff" + os.urandom(100))
    case("zip.csv", zipped("a.csv", b"name,definition\na,b\n"))
    case("zip-bomb.csv", zipped("a.csv", bytes(5_000_000)))
    case("office.csv", zipped("xl/workbook.xml", b"<a/>"))
    case("zip.csv.gz", gz(zipped("a.csv", b"name\n")))
    case("tar.csv.gz", tarred("a.csv", b"name,definition\na,b\n"))
    case("zstd.csv", b"\x28\xb5\x2f\xfd" + bytes(100))
    case("bzip2.csv", b"BZh91AY&SY" + bytes(100))
    case("xz.csv", b"\xfd7zXZ\x00" + bytes(100))
    case("deflate.csv", zlib.compress(b"name,definition\na,b\n"))
    case("pdf.csv", b"%PDF-1.7\n%\xe2\xe3")
    case("sqlite.csv", b"SQLite format 3\x00" + bytes(100))


def encoding_cases():
    row = b"name,definition\na,"
    for name, tail in {
        "invalid-byte": b"\xff\n", "overlong": b"\xc0\xaf\n", "overlong-nul": b"\xc0\x80\n", "surrogate": b"\xed\xa0\x80\n",
        "past-the-end": b"\xf4\x90\x80\x80\n", "cut-character": b"\xe2\x82", "nul": b"b\x00c\n", "escape": b"\x1b[31m\n",
        "delete": b"\x7f\n", "c1-control": b"\xc2\x9b31m\n", "latin-1": "é\n".encode("latin-1"),
    }.items():
        case(f"{name}.csv", row + tail)
    case("zeros.csv", lambda file: file.truncate(1 << 31))
    case("too-large.csv", lambda file: file.truncate((1 << 31) + 1))
    case("utf-16-cut.csv", "name\na".encode("utf-16")[:-1])
    case("utf-16-surrogate.csv", b"\xff\xfea\x00\x00\xdc")
    case("utf-32.csv", "name,definition\n".encode("utf-32"))
    case("utf-7.csv", b"+/v8-name,definition\n")
    case("empty.csv", b"")
    case("empty.yaml", b"")
    case("nothing-known", b"what is this\n")


def table_cases():
    head = b"name,definition\n"
    case("open-quote.csv", repeated((head + b'a,"', 1), (b"x, y\n", 20_000_000)))
    case("open-quote.tsv", repeated((b'name\tdefinition\na\t"', 1), (b"x, y\n", 20_000_000)))
    case("ten-million-columns.csv", repeated((b"name", 1), (b",a", 10_000_000)))
    case("ten-million-fields.csv", repeated((head, 1), (b",", 10_000_000)))
    case("giant-field.csv", repeated((head, 1), (b"x", 1 << 28)))
    case("endless-rows.csv", repeated((head, 1), (b"a,b\n", 5_000_000)))
    case("endless-lines.txt", repeated((b"a\n", 5_000_000)))
    case("giant-line.txt", repeated((b"x", 1 << 28)))
    case("quote-within.csv", head + b'a,b "c"\n')
    case("text-behind-quote.csv", head + b'a,"b"c\n')
    case("ragged.csv", head + b"a,b,c\n")
    case("unknown-columns.csv", b"foo,bar\na,b\n")
    case("giant-column.csv", repeated((b"name,", 1), (b"k", 1_000_000), (b"\na,b\n", 1)))
    case("doubled-columns.csv", b"name,name\na,b\n")


def json_cases():
    case("deep.json", repeated((b"[", 1_000_000)))
    case("deep-objects.json", repeated((b'[{"a":', 1), (b'{"a":', 1_000_000)))
    case("deep.jsonl", repeated((b"[", 1_000_000)))
    case("giant-number.json", b'[{"name":1e999}]')
    case("long-number.json", repeated((b'[{"name":1', 1), (b"0", 1 << 28)))
    case("giant-text.json", repeated((b'[{"name":"', 1), (b"x", 1 << 28)))
    case("giant-line.jsonl", repeated((b'{"name":"', 1), (b"x", 1 << 28)))
    case("many-keys.json", repeated((b"[{", 1), (b'"a":1,', 20_000_000)))
    case("doubled-keys.json", b'[{"name":"a","name":"b"}]')
    case("nul-escape.json", b'[{"name":"a\\u0000b","definition":"c"}]')
    case("not-a-number.json", b'[{"name":NaN}]')
    case("comment.json", b'[{"name":"a"} /* b */]')
    case("cut.json", b'[{"name":"a"')
    case("tail.json", b'[{"name":"a","definition":"b"}] x')
    case("object.json", b'{"skills":[]}')
    case("giant-key.json", repeated((b'[{"', 1), (b"k", 3 << 20), (b'":1}]', 1)))
    case("endless.json", repeated((b'["a"', 1), (b',"a"', 5_000_000)))


def yaml_cases():
    levels = "".join(f"- &a{i} [{', '.join([f'*a{i - 1}'] * 10) if i else 'ha'}]\n" for i in range(12))
    case("laughs.yaml", levels)
    doubled = "- &a0 [x, x]\n" + "".join(f"- &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, 60))
    case("laughs-as-keys.yaml", doubled + "- ? *a59\n  : x\n  ? [*a59]\n  : y\n")
    case("alias.yaml", "- name: &a b\n  definition: *a\n")
    case("merge-key.yaml", "- name: a\n  <<: { definition: b }\n")
    case("tag.yaml", "- name: !!python/object/apply:os.system [ls]\n  definition: b\n")
    case("binary.yaml", "- name: !!binary aGVsbG8=\n  definition: b\n")
    case("tabs.yaml", "- name: a\n\tdefinition: b\n")
    case("deep-flow.yaml", repeated((b"- name: ", 1), (b"[", 100_000)))
    case("deep-block.yaml", repeated((b"- ", 100_000)))
    case("deep-maps.yaml", "".join(" " * i + "a:\n" for i in range(2000)))
    case("flow-bomb.yaml", repeated((b"- [", 1), (b"a,", 20_000_000)))
    case("items-bomb.yaml", repeated((b"- a\n", 20_000_000)))
    case("giant-scalar.yaml", repeated((b'- name: "', 1), (b"x", 1 << 28)))
    case("giant-block.yaml", repeated((b"- name: a\n  definition: |\n", 1), (b"    x\n", 20_000_000)))
    case("two-documents.yaml", "- name: a\n  definition: b\n---\n- name: c\n  definition: d\n")
    case("doubled-keys.yaml", "- name: a\n  name: b\n  definition: c\n")
    case("unknown-key.yaml", "- name: a\n  definition: b\n  exec: c\n")
    case("nul-escape.yaml", '- name: "a\\0b"\n  definition: c\n')
    case("open-quote.yaml", '- name: "a\n  definition: b\n')
    case("long-key.yaml", "- " + "k" * 2000 + ": b\n")
    case("giant-key.yaml", repeated((b"- ? ", 1), (b"k", 200_000), (b"\n  : b\n", 1)))
    case("no-list.yaml", "name: a\n")


def place_cases(box, outside):
    case("pipe.csv", os.mkfifo)
    case("folder.csv", os.mkdir)
    case("link-out.yaml", lambda path: os.symlink(outside / "canary.yaml", path))
    case("link-out-by-dots.yaml", lambda path: os.symlink("../outside/canary.yaml", path))
    case("link-to-nothing.yaml", lambda path: os.symlink("gone.yaml", path))
    case("link-in-a-circle.yaml", lambda path: os.symlink("link-in-a-circle.yaml", path))
    case("link-to-zeros.csv", lambda path: os.symlink("/dev/zero", path))
    case("socket.csv", lambda path: socket.socket(socket.AF_UNIX).bind(path))
    for path in ["/dev/zero", "/dev/random", "/dev/stdin", "/proc/self/fd"]:
        case(path, None)
    subprocess.run([ETUDE, "init", str(box / "pipeline.yaml")], check=True, capture_output=True)
    (box / "own").mkdir()
    os.symlink(outside / "canary.yaml", box / "own" / "a.mustache")
    os.symlink(outside, box / "up")
    for setting in [
        "catalog.skills=../outside/canary.yaml", "catalog.skills=link.yaml", "catalog.skills=up/canary.yaml",
        f"catalog.skills={outside}/canary.yaml", "catalog.topics=/dev/zero", "generate.template=./own",
        "generate.template=../outside", "judge.rubric=./up", "decontaminate.against=[../outside/canary.yaml]",
    ]:
        if "link.yaml" in setting:
            os.symlink("../outside/canary.yaml", box / "link.yaml")
        case(f"pipeline: {setting}", None, args=("plan", str(box / "pipeline.yaml"), "--set", setting))


def honest_cases():
    yaml = "- { name: no, definition: a }\n- { name: 1:30, definition: b }\n- { name: 1_000, definition: c }\n"
    case("odd-names.yaml", yaml, passes=True)
    table = "name,definition\r\nCafé,a\r\n"
    case("utf-16-without-a-mark.csv", table.encode("utf-16-le"), passes=True)
    case("utf-16-with-a-mark.csv", table.encode("utf-16"), passes=True)
    case("lone-returns.csv", table.replace("\r\n", "\r"), passes=True)
    case("packed.csv.gz", gz(table.encode()), passes=True)
    case("packed-by-content.csv", gz(table.encode()), passes=True)


def make(box, name, content):
    """Makes the file of a case and returns its path."""
    if content is None:
        return name
    path = str(box / name)
    if isinstance(content, str):
        content = content.encode()
    if isinstance(content, bytes):
        pathlib.Path(path).write_bytes(content)
    elif name in {"pipe.csv", "folder.csv", "socket.csv"} or name.startswith("link-"):
        content(path)
    else:
        with open(path, "wb") as file:
            content(file)
    return path


def measured(command):
    """Runs a command and returns its exit code, stdout, stderr, seconds and megabytes."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.monotonic()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() - start > 10 * SECONDS:
                process.kill()
            time.sleep(0.002)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - start
        out.seek(0)
        err.seek(0)
        texts = [file.read().decode(errors="replace") for file in (out, err)]
    return process.returncode, *texts, seconds, usage.ru_maxrss / 1024


def faults(command, codes, passes, log):
    """What is wrong with the end of a command; and its figures."""
    code, out, err, seconds, megabytes = measured(command)
    found = []
    if passes:
        if code != 0:
            found.append(f"exit {code}: {err.strip()}")
    else:
        if code not in codes:
            found.append(f"exit {code}")
        lines = [line for line in err.splitlines() if line.strip()]
        if len(lines) != 1 or re.search(r"[.?!] +[A-Z]", lines[0]) or lines[0][-1] not in ".?":
            found.append(f"no single sentence: {err[:400]!r}")
        if len(err) > 2000:
            found.append("a sentence of more than 2,000 letters")
    if seconds > SECONDS:
        found.append(f"{seconds:.1f} s")
    if megabytes > MEGABYTES:
        found.append(f"{megabytes:.0f} MB")
    if CANARY in out + err:
        found.append("the canary is printed")
    traced = ["strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=%network,open,openat,openat2", "-o", log, *command]
    subprocess.run(traced, stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    calls = pathlib.Path(log).read_text(errors="replace")
    if re.search(r"\b(socket|connect|sendto|bind)\(", calls):
        found.append("a socket is opened")
    if re.search(r'canary\.yaml"', calls):
        found.append("the canary is opened")
    return found, err.strip(), seconds, megabytes


def main():
    with tempfile.TemporaryDirectory(dir=sys.argv[2] if len(sys.argv) > 2 else None) as folder:
        root = pathlib.Path(folder).resolve()
        box, outside = root / "box", root / "outside"
        box.mkdir()
        outside.mkdir()
        (outside / "canary.yaml").write_text(f"- {{ name: {CANARY}, definition: {CANARY} }}\n")
        has_import = "import" in subprocess.run([ETUDE, "catalog", "--help"], capture_output=True, text=True).stdout
        markup_cases(outside)
        packing_cases()
        encoding_cases()
        table_cases()
        json_cases()
        yaml_cases()
        place_cases(box, outside)
        honest_cases()
        bad, slowest, largest = 0, 0.0, 0.0
        for name, content, codes, args, passes in CASES:
            path = make(box, name, content)
            if args:
                command = [ETUDE, *args]
            elif has_import:
                command = [ETUDE, "catalog", "import", path, "--force", "-o", str(root / "out.yaml")]
                if name.endswith(".xml"):
                    command += ["--entries", "//a", "--map", "name=."]
            else:
                command = [ETUDE, "catalog", "lint", "--skills", path]
            found, sentence, seconds, megabytes = faults(command, codes, passes, str(root / "log"))
            slowest, largest = max(slowest, seconds), max(largest, megabytes)
            bad += bool(found)
            print(f"{'FAULT' if found else 'ok   '} {name} ({seconds:.2f} s, {megabytes:.0f} MB): {sentence[:160]}")
            for fault in found:
                print(f"      {fault}")
            if content is not None and os.path.isfile(path) and os.path.getsize(path) > 1 << 20:
                os.remove(path)
        hostile = sum(not passes for *_, passes in CASES)
        print(f"{hostile} hostile and {len(CASES) - hostile} honest files: {bad} at fault, slowest {slowest:.2f} s,"
              f" largest {largest:.0f} MB.")
        sys.exit(bad > 0 or hostile < 60)


main()
