"""Writes tests/fixtures/network-figures.json: graphs and what networkx 2.8.8 and igraph 0.10.2 compute for them.

Not part of the suite. Needs Debian's python3-networkx and python3-igraph. Run it in the root of the repository:
    /usr/bin/python3 tests/support/network-figures.py > tests/fixtures/network-figures.json
"""
import json
import math
import random

import igraph
import networkx as nx


def weighted(graph, seed):
    numbers = random.Random(seed)
    for _, _, data in graph.edges(data=True):
        data["weight"] = numbers.randint(1, 6)
    return graph


def graphs():
    yield "Zachary's karate club", nx.karate_club_graph()
    yield "Les Misérables", nx.les_miserables_graph()
    yield "Davis' Southern women", nx.davis_southern_women_graph()
    yield "the Florentine families", nx.florentine_families_graph()
    yield "a random graph that is not connected", weighted(nx.gnm_random_graph(60, 70, seed=1), 1)
    yield "a random graph with hubs", weighted(nx.barabasi_albert_graph(120, 2, seed=3), 3)
    yield "a random directed graph", weighted(nx.gnm_random_graph(40, 110, seed=2, directed=True), 2)
    sparse = weighted(nx.gnm_random_graph(40, 60, seed=5, directed=True), 5)
    yield "a random directed graph that is not strongly connected", sparse


def figures(graph):
    nodes = range(len(graph))
    directed = graph.is_directed()
    both = graph.to_undirected() if directed else graph
    unit = math.lcm(*(data["weight"] for _, _, data in graph.edges(data=True)))
    for _, _, data in graph.edges(data=True):
        # Whole numbers, so that equal lengths are exactly equal.
        data["length"] = unit // data["weight"]

    def values(by_node):
        return [None if math.isnan(by_node[node]) else float(f"{by_node[node]:.12g}") for node in nodes]

    found = {
        "pageRank": values(nx.pagerank(graph, weight="weight", tol=1e-14, max_iter=10000)),
        "betweenness": values(nx.betweenness_centrality(graph)),
        "weightedBetweenness": values(nx.betweenness_centrality(graph, weight="length")),
        "closeness": values(nx.closeness_centrality(graph)),
        "weightedCloseness": values(
            {node: value * unit for node, value in nx.closeness_centrality(graph, distance="length").items()}
        ),
        "constraint": values(nx.constraint(graph, weight="weight")),
        "effectiveSize": values(nx.effective_size(graph, weight="weight")),
        "coreNumber": values(nx.core_number(both)),
        "clustering": nx.average_clustering(both),
        "transitivity": nx.transitivity(both),
        "degreeAssortativity": nx.degree_pearson_correlation_coefficient(graph),
        "bridges": sorted(sorted(edge) for edge in nx.bridges(both)),
        "articulationPoints": sorted(nx.articulation_points(both)),
        "density": nx.density(both),
    }
    largest = both.subgraph(max(nx.connected_components(both), key=len))
    found["diameter"] = nx.diameter(largest)
    found["radius"] = nx.radius(largest)
    if nx.is_connected(both) and not directed:
        found["eigenvector"] = values(nx.eigenvector_centrality(graph, weight="weight", tol=1e-13, max_iter=100000))
    if nx.is_connected(both) and directed:
        hubs, authorities = nx.hits(graph)
        found["hubs"] = values(hubs)
        found["authorities"] = values(authorities)
    if not directed:
        found["modularity"] = {}
        for resolution in (0.3, 1, 2):
            def louvain(seed):
                groups = nx.algorithms.community.louvain_communities(graph, "weight", resolution, seed=seed)
                return nx.algorithms.community.modularity(graph, groups, "weight", resolution)

            def leiden(seed):
                random.seed(seed)
                weights = [data["weight"] for _, _, data in graph.edges(data=True)]
                peer = igraph.Graph(len(graph), list(graph.edges()))
                groups = peer.community_leiden("modularity", weights, resolution, n_iterations=-1)
                parts = [set(group) for group in groups]
                return nx.algorithms.community.modularity(graph, parts, "weight", resolution)

            found["modularity"][str(resolution)] = {
                "louvain": max(louvain(seed) for seed in range(10)),
                "leiden": max(leiden(seed) for seed in range(10)),
            }
    return found


def main():
    known = []
    for name, named in graphs():
        graph = nx.convert_node_labels_to_integers(named)
        for _, _, data in graph.edges(data=True):
            data.setdefault("weight", 1)
        edges = [[a, b, data["weight"]] for a, b, data in graph.edges(data=True)]
        known.append(
            {"name": name, "directed": graph.is_directed(), "order": len(graph), "edges": edges, **figures(graph)}
        )
    print(json.dumps(known))


main()
