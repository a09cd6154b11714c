"""同一张 100 × 10 的表，由 Jinja2 写出 · The table of MarkupBench.swift written by Jinja2, which compiles its templates.

usage: python3 script/peers/table.py
"""

import time

import jinja2

PLAIN = """<table class="table dense"><tbody>{% for row in rows %}<tr{% if loop.index0 % 7 == 0 %} class="closed"{% endif %}>
{%- for cell in row %}<td class="number">{{ cell }}</td>{% endfor %}</tr>
{%- endfor %}</tbody></table>"""
LINKED = """<table class="table dense"><tbody>{% for row in rows %}<tr{% if loop.index0 % 7 == 0 %} class="closed"{% endif %}>
{%- for cell in row %}<td class="number"><a href="/bodies/{{ loop.index0 }}?on={{ day }}">{{ cell }}</a></td>{% endfor %}</tr>
{%- endfor %}</tbody></table>"""

rows = [[f"第{row}行 <{column}> & “引”" for column in range(10)] for row in range(100)]
for name, text in [("the same table", PLAIN), ("the same with links", LINKED)]:
    template = jinja2.Environment(autoescape=True).from_string(text)
    durations = []
    for _ in range(500):
        start = time.perf_counter()
        page = template.render(rows=rows, day="2026-01-01")
        durations.append((time.perf_counter() - start) * 1000)
    durations.sort()
    print(
        f"peer: Jinja2 {jinja2.__version__}, {name} ({len(page.encode()) // 1024} KiB): min {durations[0]:.2f} ms, "
        f"median {durations[len(durations) // 2]:.2f} ms, {len(durations)} runs"
    )
