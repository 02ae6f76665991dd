namespace CompetencyPortal.Benchmarks.Baselines;

/// <summary>The Hungarian algorithm with potentials, O(rows² × columns).</summary>
internal static class Hungarian
{
    /// <summary>The least cost of giving each row a column of its own; no more rows than columns.</summary>
    public static int Cost(int[,] costs)
    {
        var (rows, columns) = (costs.GetLength(0), costs.GetLength(1));
        var (rowPotential, columnPotential) = (new int[rows + 1], new int[columns + 1]);
        // Row and column 0 stand for none.
        var rowOf = new int[columns + 1];

        for (var row = 1; row <= rows; row++)
        {
            Assign(row, costs, rowPotential, columnPotential, rowOf);
        }

        return -columnPotential[0];
    }

    private static void Assign(int row, int[,] costs, int[] rowPotential, int[] columnPotential, int[] rowOf)
    {
        var (before, least, isUsed) = (new int[rowOf.Length], new int[rowOf.Length], new bool[rowOf.Length]);
        Array.Fill(least, int.MaxValue);
        rowOf[0] = row;
        var column = 0;

        while (rowOf[column] != 0)
        {
            isUsed[column] = true;
            var next = Relax(column, costs, rowPotential, columnPotential, rowOf[column], before, least, isUsed);
            Shift(least[next], rowPotential, columnPotential, rowOf, least, isUsed);
            column = next;
        }

        for (; column != 0; column = before[column])
        {
            rowOf[column] = rowOf[before[column]];
        }
    }

    private static int Relax(
        int column, int[,] costs, int[] rowPotential, int[] columnPotential, int row, int[] before, int[] least, bool[] isUsed)
    {
        var nearest = 0;

        for (var other = 1; other < least.Length; other++)
        {
            if (isUsed[other])
            {
                continue;
            }

            var cost = costs[row - 1, other - 1] - rowPotential[row] - columnPotential[other];

            if (cost < least[other])
            {
                least[other] = cost;
                before[other] = column;
            }

            if (nearest == 0 || least[other] < least[nearest])
            {
                nearest = other;
            }
        }

        return nearest;
    }

    private static void Shift(int delta, int[] rowPotential, int[] columnPotential, int[] rowOf, int[] least, bool[] isUsed)
    {
        for (var column = 0; column < least.Length; column++)
        {
            if (isUsed[column])
            {
                rowPotential[rowOf[column]] += delta;
                columnPotential[column] -= delta;
            }
            else
            {
                least[column] -= delta;
            }
        }
    }
}
