"""The best tree with one root: Chu-Liu/Edmonds (Chu and Liu 1965, Edmonds 1967)."""


def best_tree(scores):
    """`scores[dependent][head]`, head 0 the root; returns the heads, of which exactly one is 0.

    The greedy heads, when they form a tree, need no search. Otherwise one search for each plausible root would be exact;
    subtracting a large constant from all root arcs gives the same tree in one search (Zmigrod et al. 2020 discuss it).
    """
    n = len(scores)
    greedy = [max((h for h in range(n + 1) if h != d + 1), key=lambda h: (scores[d][h], -h)) for d in range(n)]
    if is_tree(greedy):
        return greedy
    shifted = [[s - (1e6 if h == 0 else 0) for h, s in enumerate(row)] for row in scores]
    return edmonds([[0.0] * (n + 1), *shifted])[1:]


def is_tree(heads):
    if heads.count(0) != 1:
        return False
    for d in range(len(heads)):
        at, steps = d + 1, 0
        while at and steps <= len(heads):
            at, steps = heads[at - 1], steps + 1
        if at:
            return False
    return True


def edmonds(scores):
    """Maximum arborescence from node 0; `scores[dependent][head]`."""
    n = len(scores)
    heads = [0] * n
    for d in range(1, n):
        heads[d] = max((h for h in range(n) if h != d), key=lambda h: (scores[d][h], -h))
    cycle = find_cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    outside = [v for v in range(n) if v not in inside]
    new = {v: i for i, v in enumerate(outside)}
    c = len(outside)
    low = -1e30
    contracted = [[low] * (c + 1) for _ in range(c + 1)]
    enter, leave = {}, {}
    for d in outside:
        for h in outside:
            contracted[new[d]][new[h]] = scores[d][h]
        if d:
            best = max(cycle, key=lambda h: (scores[d][h], -h))
            contracted[new[d]][c], leave[d] = scores[d][best], best
    total = sum(scores[v][heads[v]] for v in cycle)
    for h in outside:
        best = max(cycle, key=lambda d: (scores[d][h] - scores[d][heads[d]], -d))
        contracted[c][new[h]] = total + scores[best][h] - scores[best][heads[best]]
        enter[h] = best
    solved = edmonds(contracted)
    result = list(heads)
    for d in outside:
        if d:
            result[d] = leave[d] if solved[new[d]] == c else outside[solved[new[d]]]
    entry = outside[solved[c]]
    result[enter[entry]] = entry
    return result


def find_cycle(heads):
    colour = [0] * len(heads)
    for start in range(1, len(heads)):
        path, at = [], start
        while at and not colour[at]:
            colour[at] = start + 1
            path.append(at)
            at = heads[at]
        if at and colour[at] == start + 1 and at in path:
            return path[path.index(at):]
    return []
