using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.BruteForce;

/// <summary>Judges a tier on other days and without some people.</summary>
public sealed class Forecast(Rulebook rules, Facts facts, Requirement tier)
{
    private const int Months = 36;

    /// <summary>The last day before the first later one on which the tier is not met; null when it is met on every day of 36 months.</summary>
    public DateOnly? HoldsUntil()
    {
        var known = rules.Fault == Fault.FutureForgotten ? WithoutFuture() : facts;
        var end = facts.AsOf.AddMonths(Months);

        for (var day = facts.AsOf.AddDays(1); day <= end; day = day.AddDays(1))
        {
            if (!IsMet(known with { AsOf = day }))
            {
                return day.AddDays(-1);
            }
        }

        return null;
    }

    /// <summary>Those there on the day without whom the tier is not met, by id ordinally.</summary>
    public IReadOnlyList<string> CriticalPeople() =>
    [
        .. (facts.People ?? [])
            .Where(person => Holder.IsThere(person, facts.AsOf))
            .Where(person => !IsMet(facts with { People = facts.People!.Where(other => other.Id != person.Id).ToValueList() }))
            .Select(person => person.Id)
            .Order(StringComparer.Ordinal),
    ];

    private bool IsMet(Facts changed) => new TierJudge(rules, changed).Find(tier).Verdict == Verdict.Met;

    private Facts WithoutFuture() => facts with
    {
        People = facts.People?.Where(person => !(person.From > facts.AsOf))
            .Select(person => person with { Credentials = person.Credentials.Where(record => record.EarnedOn <= facts.AsOf).ToValueList() })
            .ToValueList(),
        Measurements = facts.Measurements?.Where(entry => entry.On <= facts.AsOf).ToValueList(),
        Flags = facts.Flags?.Where(flag => !(flag.On > facts.AsOf)).ToValueList(),
    };
}
