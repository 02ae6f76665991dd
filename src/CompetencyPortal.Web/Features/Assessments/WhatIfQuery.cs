using System.Globalization;
using CompetencyPortal.Domain.Evaluation;
using Microsoft.AspNetCore.Http.Extensions;

namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>What is supposed in a what-if, as its address says it: only what differs from the facts, under short names.</summary>
internal sealed record WhatIfQuery
{
    /// <summary>A new person's number stands behind this sign.</summary>
    private const char New = '+';

    private const char Separator = ':';

    /// <summary>Who passes which exam: <c>3:MB2-712</c>, and <c>+1:MB2-712</c> for the first new person.</summary>
    public IReadOnlyList<string> Passes { get; init; } = [];

    /// <summary>The numbers of those who leave.</summary>
    public IReadOnlyList<string> Leavers { get; init; } = [];

    /// <summary>By <see cref="WhatIfFigure.Key"/>.</summary>
    public IReadOnlyDictionary<string, decimal?> Amounts { get; init; } = new Dictionary<string, decimal?>(StringComparer.Ordinal);

    /// <summary>The keys of the questions answered with yes.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Null: today.</summary>
    public DateOnly? Day { get; init; }

    public string? Option { get; init; }

    public bool IsEmpty => Passes.Count == 0 && Leavers.Count == 0 && Flags.Count == 0 && Day is null && !Amounts.Values.Any(amount => amount is not null and not 0);

    /// <summary>The passes by who takes them, in the order given; what cannot be read is left out.</summary>
    public ILookup<string, string> PassesByPerson => Passes.Distinct(StringComparer.Ordinal)
        .Select(ReadPass).OfType<(string Person, string Code)>()
        .ToLookup(pass => pass.Person, pass => pass.Code, StringComparer.Ordinal);

    public static string Pass(string person, string code) => $"{person}{Separator}{code}";

    /// <summary>Who passes what; null where it cannot be read.</summary>
    public static (string Person, string Code)? ReadPass(string pass) => pass.Split(Separator, 2) is [var person, var code] ? (person, code) : null;

    /// <param name="number">From 1.</param>
    public static string NewPerson(int number) => string.Create(CultureInfo.InvariantCulture, $"{New}{number}");

    /// <summary>The same, and whatever the plan asks for.</summary>
    /// <param name="whoTakes">Who takes a step, as <see cref="Pass"/> says it.</param>
    /// <param name="amounts">What is missing of the plan's measures, by <see cref="WhatIfFigure.Key"/>.</param>
    public WhatIfQuery With(Plan plan, Func<PlanStep, string> whoTakes, IEnumerable<KeyValuePair<string, decimal>> amounts) => this with
    {
        Passes = [.. Passes.Union((plan.Steps ?? []).Select(step => Pass(whoTakes(step), step.Credential)), StringComparer.Ordinal)],
        Flags = [.. Flags.Union(plan.Flags ?? [], StringComparer.Ordinal)],
        Amounts = amounts.Aggregate(Amounts.ToDictionary(StringComparer.Ordinal), (sums, amount) =>
        {
            sums[amount.Key] = sums.GetValueOrDefault(amount.Key).GetValueOrDefault() + amount.Value;

            return sums;
        }),
    };

    /// <summary>The query string, with its question mark.</summary>
    /// <param name="list">Which people are listed; null for the first ones.</param>
    public string ToAddress(WhatIfList? list = null)
    {
        var query = new QueryBuilder { { "p", Passes }, { "l", Leavers }, { "f", Flags } };

        foreach (var (key, amount) in Amounts.Where(amount => amount.Value is not null))
        {
            query.Add($"a[{key}]", amount?.ToString("0.####", CultureInfo.InvariantCulture) ?? string.Empty);
        }

        if (Day is { } day)
        {
            query.Add("d", day.ToString("O", CultureInfo.InvariantCulture));
        }

        if (Option is not null)
        {
            query.Add("option", Option);
        }

        if (!string.IsNullOrEmpty(list?.Search))
        {
            query.Add("q", list.Search);
        }

        if (list?.Page > 1)
        {
            query.Add("at", list.Page.ToString(CultureInfo.InvariantCulture));
        }

        return query.ToString();
    }
}
