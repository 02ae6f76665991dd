using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Domain.Tests.Evaluation;

internal static class Shuffles
{
    /// <summary>The same facts in another order.</summary>
    public static Facts Shuffled(this Facts facts, int seed)
    {
        var random = new Random(seed);

        return facts with
        {
            People = facts.People is { } people
                ? Shuffle(people.Select(person => person with { Credentials = Shuffle(person.Credentials) }))
                : null,
            Measurements = facts.Measurements is { } measurements
                ? Shuffle(measurements.Select(entry => entry with { Tags = Shuffle(entry.Tags) }))
                : null,
            UnreportedMonths = facts.UnreportedMonths.Select(pair => KeyValuePair.Create(pair.Key, Shuffle(pair.Value))).ToValueMap(),
            ExchangeRates = Shuffle(facts.ExchangeRates),
            Flags = facts.Flags is { } flags ? Shuffle(flags) : null,
        };

        ValueList<T> Shuffle<T>(IEnumerable<T> items)
        {
            var array = items.ToArray();
            random.Shuffle(array);

            return array.ToValueList();
        }
    }
}
