using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>The days on which what people hold, or can take, may begin to differ without new facts.</summary>
internal static class StaffingChanges
{
    /// <param name="named">The credentials that matter, as places in the circuit.</param>
    public static IEnumerable<DateOnly?> Of(CredentialCircuit circuit, IReadOnlySet<int> named, FactsIndex facts) =>
        (facts.Facts.People ?? []).SelectMany(person => Of(person, circuit, named)).Concat(named.SelectMany(credential => Of(circuit.Credentials[credential])));

    /// <summary>The days on which the credential begins or ends to be on offer, or to count.</summary>
    public static IEnumerable<DateOnly?> Of(CredentialDefinition credential) =>
        [credential.AvailableFrom, Calendar.DayAfter(credential.RetiredOn), Calendar.DayAfter(credential.AcceptedUntil)];

    private static IEnumerable<DateOnly?> Of(PersonFacts person, CredentialCircuit circuit, IReadOnlySet<int> named)
    {
        yield return person.From;
        yield return Calendar.DayAfter(person.Until);

        foreach (var record in person.Credentials)
        {
            if (circuit.IndexOf(record.Code) is { } index && named.Contains(index))
            {
                yield return record.EarnedOn;
                yield return Calendar.DayAfter(circuit.Terms[index].LastDay(record));
            }
        }
    }
}
