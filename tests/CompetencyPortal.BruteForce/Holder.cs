using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.BruteForce;

/// <summary>What people hold on a day.</summary>
public sealed class Holder(Rulebook rules, DateOnly day)
{
    public static bool IsThere(PersonFacts person, DateOnly day) =>
        (person.From is null || person.From <= day) && (person.Until is null || day <= person.Until);

    public bool IsThere(PersonFacts person) => IsThere(person, day);

    /// <summary>The codes of the person's own records that count.</summary>
    public HashSet<string> Counting(PersonFacts person) =>
        [.. person.Credentials.Where(record => Counts(record, day)).Select(record => record.Code)];

    /// <summary>The codes of the records that have counted, at the latest on the day.</summary>
    public HashSet<string> EverCounted(PersonFacts person) =>
        [.. person.Credentials.Where(record => record.EarnedOn <= day && Counts(record, record.EarnedOn)).Select(record => record.Code)];

    /// <summary>Whether somebody with records of these codes that count satisfies the expression.</summary>
    public bool Satisfies(Holds holds, IReadOnlySet<string> codes) => Satisfies(holds, codes, mindsAcceptance: true);

    /// <summary>The same, as if derived credentials were accepted for ever.</summary>
    public bool WouldSatisfy(Holds holds, IReadOnlySet<string> codes) => Satisfies(holds, codes, mindsAcceptance: false);

    /// <summary>Whether somebody can take the credential on the day.</summary>
    public bool CanBeTaken(string code) =>
        rules.Credential(code) is { DerivedFrom: null } credential
        && (credential.AvailableFrom is null || credential.AvailableFrom <= day)
        && (credential.RetiredOn is null || day <= credential.RetiredOn)
        && (credential.AcceptedUntil is null || day <= credential.AcceptedUntil);

    /// <summary>The codes that the expression names, and those from which they are derived.</summary>
    public IEnumerable<string> Named(Holds holds) => holds switch
    {
        HoldsCredential held when rules.Credential(held.Code)?.DerivedFrom is { } derivedFrom => [held.Code, .. Named(derivedFrom)],
        HoldsCredential held => [held.Code],
        HoldsGroup group => Named(rules.Group(group.Key)),
        HoldsAny any => any.Parts.SelectMany(Named),
        HoldsAll all => all.Parts.SelectMany(Named),
        _ => throw new ArgumentException("Unknown kind.", nameof(holds)),
    };

    private bool Satisfies(Holds holds, IReadOnlySet<string> codes, bool mindsAcceptance) => holds switch
    {
        HoldsCredential held => codes.Contains(held.Code) || IsDerived(held.Code, codes, mindsAcceptance),
        HoldsGroup group => Satisfies(rules.Group(group.Key), codes, mindsAcceptance),
        HoldsAny any => any.Parts.Any(part => Satisfies(part, codes, mindsAcceptance)),
        HoldsAll all => all.Parts.All(part => Satisfies(part, codes, mindsAcceptance)),
        _ => throw new ArgumentException("Unknown kind.", nameof(holds)),
    };

    private bool IsDerived(string code, IReadOnlySet<string> codes, bool mindsAcceptance) =>
        rules.Credential(code) is { DerivedFrom: { } derivedFrom } credential
        && (!mindsAcceptance || credential.AcceptedUntil is null || day <= credential.AcceptedUntil)
        && Satisfies(derivedFrom, codes, mindsAcceptance);

    private bool Counts(CredentialFacts record, DateOnly when)
    {
        var credential = rules.Credential(record.Code);
        var validUntil = record.ValidUntil ?? (credential?.ValidForMonths is { } months ? record.EarnedOn.AddMonths(months) : DateOnly.MaxValue);

        return record.EarnedOn <= when
            && when <= validUntil
            && (credential?.AcceptedUntil is null || when <= credential.AcceptedUntil)
            && (credential?.RetiredOn is null || record.EarnedOn <= credential.RetiredOn);
    }
}
