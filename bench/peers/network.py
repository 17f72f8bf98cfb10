"""Measures a graph with igraph and networkx, for bench/network.mjs. Debian: python3-igraph, python3-networkx.

The first line of the file has the number of nodes, and each other line an edge: two nodes and a weight. Prints JSON:
the CPU milliseconds of each measure (the least of some runs), because other programs disturb these less, and, for communities, the modularity.
"""
import json
import random
import sys
import time


def timed(compute):
    """Runs up to five times, as long as this takes less than two seconds."""
    times, spent, result = [], 0, None
    while len(times) < 5 and spent < 2:
        start = time.process_time()
        result = compute()
        times.append(time.process_time() - start)
        spent += times[-1]
    return {"ms": min(times) * 1000}, result


def with_igraph(order, edges, weights):
    import igraph

    random.seed(1)
    graph = igraph.Graph(order, edges)
    found = {"version": igraph.__version__}
    for name, compute in {
        "pageRank": lambda: graph.pagerank(weights=weights),
        "betweenness": graph.betweenness,
        "coreNumber": graph.coreness,
        "components": graph.connected_components,
        "transitivity": graph.transitivity_undirected,
        "constraint": lambda: graph.constraint(weights=weights),
    }.items():
        found[name] = timed(compute)[0]
    for name, compute in {
        "louvain": lambda: graph.community_multilevel(weights),
        "leiden": lambda: graph.community_leiden("modularity", weights, n_iterations=-1),
    }.items():
        found[name], groups = timed(compute)
        found[name]["modularity"] = graph.modularity(groups, weights)
    return found


def with_networkx(order, edges, weights, most):
    import networkx

    graph = networkx.Graph()
    graph.add_nodes_from(range(order))
    graph.add_weighted_edges_from([(a, b, weight) for (a, b), weight in zip(edges, weights)])
    found = {"version": networkx.__version__}
    measures = {
        "pageRank": lambda: networkx.pagerank(graph, weight="weight", tol=1e-10, max_iter=1000),
        "betweenness": lambda: networkx.betweenness_centrality(graph),
        "coreNumber": lambda: networkx.core_number(graph),
        "components": lambda: list(networkx.connected_components(graph)),
        "transitivity": lambda: networkx.transitivity(graph),
        "constraint": lambda: networkx.constraint(graph, weight="weight"),
    }
    for name, compute in measures.items():
        # These take many minutes for large graphs.
        if name in ("betweenness", "constraint", "transitivity") and order * len(edges) > most:
            continue
        found[name] = timed(compute)[0]
    if order * len(edges) > most:
        return found
    community = networkx.algorithms.community
    found["louvain"], groups = timed(lambda: community.louvain_communities(graph, "weight", seed=1))
    found["louvain"]["modularity"] = community.modularity(graph, groups, "weight")
    return found


def main():
    with open(sys.argv[1]) as file:
        order = int(file.readline())
        rows = [line.split() for line in file]
    edges = [(int(a), int(b)) for a, b, _ in rows]
    weights = [float(weight) for _, _, weight in rows]
    found = {}
    for name, compute in {
        "igraph": lambda: with_igraph(order, edges, weights),
        "networkx": lambda: with_networkx(order, edges, weights, int(sys.argv[2])),
    }.items():
        try:
            found[name] = compute()
        except ImportError as error:
            found[name] = {"missing": str(error)}
    print(json.dumps(found))


main()
