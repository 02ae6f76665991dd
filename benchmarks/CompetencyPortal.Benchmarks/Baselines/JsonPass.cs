using System.Text.Json;

namespace CompetencyPortal.Benchmarks.Baselines;

/// <summary>The reader alone over every token, half of the lines on each of two threads.</summary>
internal static class JsonPass
{
    public static long Tokens(byte[] lines)
    {
        var middle = lines.AsSpan(0, lines.Length / 2).LastIndexOf((byte)'\n') + 1;
        var first = Task.Run(() => Tokens(lines.AsSpan(0, middle)));
        var second = Task.Run(() => Tokens(lines.AsSpan(middle)));
        Task.WaitAll(first, second);

        return first.Result + second.Result;
    }

    private static long Tokens(ReadOnlySpan<byte> lines)
    {
        var tokens = 0L;

        foreach (var line in lines.Split((byte)'\n'))
        {
            tokens += lines[line].IsEmpty ? 0 : TokensOf(lines[line]);
        }

        return tokens;
    }

    private static long TokensOf(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        var tokens = 0L;

        while (json.Read())
        {
            tokens++;
        }

        return tokens;
    }
}
