namespace CompetencyPortal.Benchmarks.Baselines;

/// <summary>Dinic's algorithm for the largest flow, with adjacency lists.</summary>
internal sealed class Dinic
{
    private readonly List<Edge>[] _edges;
    private readonly int[] _levels;
    private readonly int[] _next;

    public Dinic(int nodes)
    {
        _edges = new List<Edge>[nodes];
        _levels = new int[nodes];
        _next = new int[nodes];

        for (var node = 0; node < nodes; node++)
        {
            _edges[node] = [];
        }
    }

    public void Connect(int from, int to, int capacity)
    {
        _edges[from].Add(new Edge(to, _edges[to].Count, capacity));
        _edges[to].Add(new Edge(from, _edges[from].Count - 1, 0));
    }

    public int Flow(int source, int sink)
    {
        var flow = 0;

        while (TryLevel(source, sink))
        {
            Array.Clear(_next);

            while (Push(source, sink, int.MaxValue) is > 0 and var pushed)
            {
                flow += pushed;
            }
        }

        return flow;
    }

    private bool TryLevel(int source, int sink)
    {
        Array.Fill(_levels, -1);
        _levels[source] = 0;
        var queue = new Queue<int>([source]);

        while (queue.TryDequeue(out var node))
        {
            for (var i = 0; i < _edges[node].Count; i++)
            {
                var edge = _edges[node][i];

                if (edge.Capacity > 0 && _levels[edge.To] < 0)
                {
                    _levels[edge.To] = _levels[node] + 1;
                    queue.Enqueue(edge.To);
                }
            }
        }

        return _levels[sink] >= 0;
    }

    private int Push(int node, int sink, int limit)
    {
        if (node == sink)
        {
            return limit;
        }

        for (; _next[node] < _edges[node].Count; _next[node]++)
        {
            var edge = _edges[node][_next[node]];

            if (edge.Capacity > 0
                && _levels[edge.To] == _levels[node] + 1
                && Push(edge.To, sink, Math.Min(limit, edge.Capacity)) is > 0 and var pushed)
            {
                edge.Capacity -= pushed;
                _edges[edge.To][edge.Back].Capacity += pushed;

                return pushed;
            }
        }

        return 0;
    }

    private sealed class Edge(int to, int back, int capacity)
    {
        public int To => to;

        public int Back => back;

        public int Capacity { get; set; } = capacity;
    }
}
