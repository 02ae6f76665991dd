namespace CompetencyPortal.Domain.Evaluation;

/// <summary>What changes on a later day for people who can or could do something that a requirement asks for.</summary>
internal static class PeopleEvents
{
    /// <param name="gates">The gates that the requirement asks for.</param>
    /// <param name="named">The credentials on which these depend, as places in the circuit.</param>
    public static IEnumerable<OutlookEvent> On(DateOnly day, PeopleIndex people, CredentialCircuit circuit, ulong[] gates, IReadOnlySet<int> named, string at)
    {
        foreach (var change in people.ChangesOn(day))
        {
            var lost = Differs(change.Before, change.Open, gates);
            var gained = Differs(change.Open, change.Before, gates);

            if (lost)
            {
                yield return Lost(people[change.Person], day, circuit, named, at);
            }

            if (gained)
            {
                yield return Gained(people[change.Person], day, circuit, named, at);
            }
        }
    }

    // Whether the first has one of the gates that the second has not.
    private static bool Differs(ReadOnlySpan<ulong> first, ReadOnlySpan<ulong> second, ReadOnlySpan<ulong> gates)
    {
        for (var word = 0; word < gates.Length; word++)
        {
            if ((first[word] & ~second[word] & gates[word]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static OutlookEvent Lost(PersonFacts person, DateOnly day, CredentialCircuit circuit, IReadOnlySet<int> named, string at) =>
        Calendar.DayAfter(person.Until) == day
            ? new OutlookEvent(day, OutlookCause.PersonLeaves, at, person.Id)
            : new OutlookEvent(day, OutlookCause.CredentialEnds, at, person.Id, EndsOn(person, day, circuit, named));

    private static OutlookEvent Gained(PersonFacts person, DateOnly day, CredentialCircuit circuit, IReadOnlySet<int> named, string at) =>
        person.From == day
            ? new OutlookEvent(day, OutlookCause.PersonJoins, at, person.Id)
            : new OutlookEvent(day, OutlookCause.CredentialStarts, at, person.Id, StartsOn(person, day, circuit, named));

    private static string? StartsOn(PersonFacts person, DateOnly day, CredentialCircuit circuit, IReadOnlySet<int> named) =>
        Records(person, circuit, named).FirstOrDefault(pair => pair.Record.EarnedOn == day && pair.Terms.Counts(pair.Record, day)).Record?.Code;

    // A derived credential may end without a record.
    private static string? EndsOn(PersonFacts person, DateOnly day, CredentialCircuit circuit, IReadOnlySet<int> named) =>
        Records(person, circuit, named).FirstOrDefault(pair => pair.Terms.Counts(pair.Record, day.AddDays(-1)) && !pair.Terms.Counts(pair.Record, day)).Record?.Code
        ?? named.Order().Select(place => circuit.Credentials[place]).FirstOrDefault(credential => credential.DerivedFrom is not null && Calendar.DayAfter(credential.AcceptedUntil) == day)?.Code;

    private static IEnumerable<(CredentialFacts Record, CredentialTerms Terms)> Records(PersonFacts person, CredentialCircuit circuit, IReadOnlySet<int> named) =>
        from record in person.Credentials
        let index = circuit.IndexOf(record.Code)
        where index is { } place && named.Contains(place)
        orderby index
        select (record, circuit.Terms[index.GetValueOrDefault()]);
}
