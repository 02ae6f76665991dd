using System.Runtime.CompilerServices;

namespace CompetencyPortal.Domain.Tests.Evaluation.BruteForce;

/// <summary>Collects where the evaluator and trying everything disagree.</summary>
internal sealed class Differences
{
    private readonly List<string> _found = [];

    public IReadOnlyList<string> Found => _found;

    public void Same<T>(string where, T expected, T actual, [CallerArgumentExpression(nameof(actual))] string what = "")
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            _found.Add($"{where}: {what} is {Text(actual)}, expected {Text(expected)}");
        }
    }

    public void SameItems<T>(string where, IEnumerable<T> expected, IEnumerable<T> actual, [CallerArgumentExpression(nameof(actual))] string what = "") =>
        Same(where, string.Join(", ", expected.Select(Text)), string.Join(", ", actual.Select(Text)), what);

    public void IsTrue(string where, bool isTrue, object? claim, [CallerArgumentExpression(nameof(isTrue))] string what = "")
    {
        if (!isTrue)
        {
            _found.Add($"{where}: {what} is false of {Text(claim)}");
        }
    }

    private static string Text<T>(T value) => value is null ? "null" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value}");
}
