using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.BruteForce;

/// <summary>Credentials, some of them derived from others, and groups that overlap.</summary>
internal sealed class RandomSkills
{
    private readonly Dice _dice;
    private readonly RandomDays _days;
    private readonly List<string> _codes = [];
    private readonly List<string> _groups = [];

    public RandomSkills(Dice dice, RandomDays days)
    {
        _dice = dice;
        _days = days;
        Credentials = Enumerable.Range(1, dice.Between(4, 6)).Select(number => Credential($"C{number}")).ToValueList();
        Groups = Enumerable.Range(1, dice.Between(1, 3)).Select(number => Group($"group-{number}")).ToValueList();
    }

    public ValueList<CredentialDefinition> Credentials { get; }

    public ValueList<ExamGroupDefinition> Groups { get; }

    /// <summary>An expression over what exists so far.</summary>
    /// <param name="depth">How deep it nests at most.</param>
    public Holds Holds(int depth = 2) => _dice.Between(0, depth == 0 ? 4 : 9) switch
    {
        < 4 => new HoldsCredential(_dice.PickFrom(_codes)),
        4 or 5 when _groups.Count > 0 => new HoldsGroup(_dice.PickFrom(_groups)),
        < 8 => new HoldsAny(Parts(depth)),
        _ => new HoldsAll(Parts(depth)),
    };

    private ValueList<Holds> Parts(int depth) => _dice.Many(1, 3, () => Holds(Math.Max(0, depth - 1))).ToValueList();

    private CredentialDefinition Credential(string code)
    {
        // Derived from earlier ones, so that none needs itself.
        var derivedFrom = _codes.Count >= 3 && _dice.Between(0, 2) == 0 ? Holds() : null;
        _codes.Add(code);

        return new CredentialDefinition(
            code,
            CredentialKind.Exam,
            LocalizedText.English(code),
            AvailableFrom: _dice.Rarely ? _days.Near() : null,
            RetiredOn: _dice.Rarely ? _days.Near() : null,
            AcceptedUntil: _dice.Rarely ? _days.Near() : null,
            ValidForMonths: _dice.Rarely ? _dice.Pick(1, 3, 12, 24) : null,
            DerivedFrom: derivedFrom,
            Cost: _dice.Pick(1, 1, 1, 1, 2, 3, 0.5m, 2.25m));
    }

    private ExamGroupDefinition Group(string key)
    {
        var parts = _dice.Many(1, 3, () => Holds(1)).ToValueList();
        _groups.Add(key);

        return new ExamGroupDefinition(key, LocalizedText.English(key), _dice.Rarely ? new HoldsAll(parts) : new HoldsAny(parts));
    }
}
