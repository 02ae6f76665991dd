using System.Globalization;
using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Facts as they would be, were something else true on their day. Nobody's facts change by it.</summary>
public static class WhatIf
{
    /// <summary>The facts with the changes, all of them on the day of the facts. What does not fit the facts, such as a pass of nobody, has no effect.</summary>
    public static Facts Apply(Facts facts, WhatIfChanges changes) => facts with
    {
        People = People(facts, changes),
        Measurements = changes.Measurements.Count == 0 ? facts.Measurements : [.. facts.Measurements ?? [], .. changes.Measurements],
    };

    /// <summary>The id of a person who is not there yet.</summary>
    /// <param name="number">Which one, from 1.</param>
    public static string NewPersonId(int number) => string.Create(CultureInfo.InvariantCulture, $"new {number}");

    /// <summary>Whether somebody can take the credential on the day and it counts then, so that it is worth supposing. A derived one is never taken itself.</summary>
    public static bool CanBeTaken(CredentialDefinition credential, DateOnly day) => new CredentialTerms(credential).CanBeTaken(day);

    /// <summary>Whether the pass counts on the day, so that nothing is to be supposed.</summary>
    /// <param name="credential">That of the pass.</param>
    public static bool Counts(CredentialFacts pass, CredentialDefinition credential, DateOnly day) => new CredentialTerms(credential).Counts(pass, day);

    // Nobody known stays so until somebody new comes.
    private static ValueList<PersonFacts>? People(Facts facts, WhatIfChanges changes)
    {
        var staying = facts.People?.Where(person => !changes.Leavers.Contains(person.Id, StringComparer.Ordinal)).Select(WithPasses);
        var added = changes.NewPeople.Index().Select(person => new PersonFacts(NewPersonId(person.Index + 1)) { Credentials = Earned(person.Item) }).ToList();

        return staying is null && added.Count == 0 ? null : [.. staying ?? [], .. added];

        PersonFacts WithPasses(PersonFacts person)
        {
            var passes = changes.Passes.Where(pass => pass.Person == person.Id).Select(pass => pass.Credential).ToList();

            return passes.Count == 0 ? person : person with { Credentials = [.. person.Credentials, .. Earned(passes)] };
        }

        ValueList<CredentialFacts> Earned(IEnumerable<string> codes) => codes.Select(code => new CredentialFacts(code, facts.AsOf)).ToValueList();
    }
}

/// <summary>What is supposed to be true beside the facts.</summary>
public sealed record WhatIfChanges
{
    /// <summary>What people who are known pass.</summary>
    public ValueList<WhatIfPass> Passes { get; init; } = [];

    /// <summary>The ids of people who are there no longer.</summary>
    public ValueList<string> Leavers { get; init; } = [];

    /// <summary>The codes that each of the people who join holds.</summary>
    public ValueList<ValueList<string>> NewPeople { get; init; } = [];

    /// <summary>Entries besides those that are known.</summary>
    public ValueList<Measurement> Measurements { get; init; } = [];
}

/// <summary>Somebody passes an exam.</summary>
/// <param name="Person">The person's id.</param>
public sealed record WhatIfPass(string Person, string Credential);
