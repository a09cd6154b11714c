"""同一归并算例上的其他求解器 · Other solvers on one merger instance.

usage: mergers.py cpsat|highs INSTANCE.json SECONDS THREADS

The natural model, as somebody would write it down first: each body goes to a representative with a lower number.
Prints one line: points, bound, gap, seconds. The instance is as `sanding-bench` writes it: h heads, cl classes, w affinities,
conf pairs to be kept apart, L and U the fewest and most heads, C the most bodies of one.
"""

import json
import sys
import time


def cpsat(instance, seconds, threads):
    from ortools.sat.python import cp_model

    n, h, cl = instance["n"], instance["h"], instance["cl"]
    model = cp_model.CpModel()
    goes, points = {}, []
    members = [[i for i in range(j, n) if cl[i] == cl[j]] for j in range(n)]
    for j in range(n):
        for i in members[j]:
            goes[i, j] = model.new_bool_var("")
    for i in range(n):
        model.add_exactly_one(goes[i, j] for j in range(i + 1) if (i, j) in goes)
    for j in range(n):
        is_open = goes[j, j]
        heads = sum(h[i] * goes[i, j] for i in members[j])
        third, fourth = model.new_bool_var(""), model.new_bool_var("")
        model.add(heads >= instance["L"] * is_open)
        model.add(heads <= instance["U"] * is_open)
        model.add(sum(goes[i, j] for i in members[j]) <= instance["C"] * is_open)
        for i in members[j]:
            model.add_implication(goes[i, j], is_open)
        model.add(heads <= 15 + 35 * third + (instance["U"] - 50) * fourth)
        model.add_implication(fourth, third)
        model.add_implication(third, is_open)
        points.append(-14 * is_open - 4 * third - 4 * fourth)
    for p, q, worth in instance["w"]:
        for j in range(p + 1):
            if (p, j) in goes and (q, j) in goes:
                both = model.new_bool_var("")
                model.add_implication(both, goes[p, j])
                model.add_implication(both, goes[q, j])
                points.append(worth * both)
    for p, q in instance["conf"]:
        for j in range(p + 1):
            if (p, j) in goes and (q, j) in goes:
                model.add_at_most_one(goes[p, j], goes[q, j])
    model.maximize(sum(points))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = threads
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None, solver.best_objective_bound
    return solver.objective_value, solver.best_objective_bound


def highs(instance, seconds, threads):
    import highspy
    import numpy

    n, h, cl = instance["n"], instance["h"], instance["cl"]
    costs, whole, rows, index = [], [], [], {}

    def column(name, cost, is_whole=True):
        index[name] = len(costs)
        costs.append(cost)
        whole.append(is_whole)

    infinity = 1e30
    members = [[i for i in range(j, n) if cl[i] == cl[j]] for j in range(n)]
    for j in range(n):
        for i in members[j]:
            column(("goes", i, j), -14 if i == j else 0)
        column(("third", j), -4)
        column(("fourth", j), -4)
    for p, q, worth in instance["w"]:
        for j in range(p + 1):
            if ("goes", p, j) in index and ("goes", q, j) in index:
                column(("both", p, q, j), worth, False)
                for i in (p, q):
                    rows.append((-infinity, 0, {("both", p, q, j): 1, ("goes", i, j): -1}))
    for i in range(n):
        rows.append((1, 1, {("goes", i, j): 1 for j in range(i + 1) if cl[j] == cl[i]}))
    for j in range(n):
        others = {("goes", i, j): h[i] for i in members[j] if i != j}
        rows.append((0, infinity, {**others, ("goes", j, j): h[j] - instance["L"]}))
        rows.append((-infinity, 0, {**others, ("goes", j, j): h[j] - instance["U"]}))
        counted = {("goes", i, j): 1 for i in members[j] if i != j}
        rows.append((-infinity, 0, {**counted, ("goes", j, j): 1 - instance["C"]}))
        for i in members[j]:
            if i != j:
                rows.append((-infinity, 0, {("goes", i, j): 1, ("goes", j, j): -1}))
        steps = {("goes", j, j): h[j] - 15, ("third", j): -35, ("fourth", j): 50 - instance["U"]}
        rows.append((-infinity, 0, {**others, **steps}))
        rows.append((-infinity, 0, {("fourth", j): 1, ("third", j): -1}))
        rows.append((-infinity, 0, {("third", j): 1, ("goes", j, j): -1}))
    for p, q in instance["conf"]:
        for j in range(p + 1):
            if ("goes", p, j) in index and ("goes", q, j) in index:
                rows.append((-infinity, 1, {("goes", p, j): 1, ("goes", q, j): 1}))
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    count = len(costs)
    solver.addVars(count, numpy.zeros(count), numpy.ones(count))
    solver.changeColsCost(count, numpy.arange(count, dtype=numpy.int32), -numpy.array(costs, dtype=float))
    for number, is_whole in enumerate(whole):
        if is_whole:
            solver.changeColIntegrality(number, highspy.HighsVarType.kInteger)
    for low, high, terms in rows:
        kept = [(index[name], factor) for name, factor in terms.items() if factor != 0]
        columns = numpy.array([number for number, _ in kept], dtype=numpy.int32)
        factors = numpy.array([factor for _, factor in kept], dtype=float)
        solver.addRow(low, high, len(kept), columns, factors)
    solver.setOptionValue("time_limit", seconds)
    solver.setOptionValue("threads", threads)
    solver.run()
    info = solver.getInfo()
    found = -info.objective_function_value if info.primal_solution_status == 2 else None
    return found, -info.mip_dual_bound


def main():
    name, path, seconds, threads = sys.argv[1:5]
    with open(path, encoding="utf-8") as file:
        instance = json.load(file)
    start = time.monotonic()
    solve = {"cpsat": cpsat, "highs": highs}[name]
    points, bound = solve(instance, float(seconds), int(threads))
    took = time.monotonic() - start
    if points is None:
        print(f"no grouping found, bound {bound:.0f}, {took:.1f} s")
    else:
        gap = (bound - points) / max(1, abs(points)) * 100
        print(f"{points:.0f} points, bound {bound:.0f}, gap {gap:.2f} %, {took:.1f} s")


main()
