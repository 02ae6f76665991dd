using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.BruteForce;

/// <summary>A small program and a small partner, made from a seed around the places where an evaluator goes wrong.</summary>
public sealed class RandomCase
{
    public const string Competency = "competency";

    public RandomCase(int seed)
    {
        var dice = new Dice(seed);
        var days = new RandomDays(dice);
        var sales = new RandomSales(dice, days).Facts;
        var skills = new RandomSkills(dice, days);
        var requirements = new RandomRequirements(dice, skills, metric => Value(sales, metric));
        var options = Enumerable.Range(0, dice.Rarely ? 2 : 1).Select(option => requirements.Option($"option-{option}")).ToValueList();

        Seed = seed;
        Document = Program(skills.Credentials, Versions(dice, days, skills, requirements.Scorecards, options), areAssociationsFree: dice.Rarely);
        Facts = new RandomPeople(dice, days, skills, requirements.Seats).Add(sales with { Id = $"seed-{seed}" });
    }

    public int Seed { get; }

    public CatalogDocument Document { get; }

    public Facts Facts { get; }

    /// <summary>The rules on the facts' day; null when none are in force.</summary>
    public Rulebook? Rules(Fault fault = Fault.None) => Rulebook.InForce(Document, Competency, Facts.AsOf, fault);

    // What the metric counts, so that its threshold can lie beside it.
    private static decimal Value(Facts sales, MetricDefinition metric)
    {
        var version = new VersionDefinition(sales.AsOf, null, null, [], [], []);
        var rules = new Rulebook(Program([], [version], areAssociationsFree: true), version);

        return new Tally(rules, sales, metric).Value ?? 0;
    }

    private static ValueList<VersionDefinition> Versions(
        Dice dice, RandomDays days, RandomSkills skills, ValueList<ScorecardDefinition> scorecards, ValueList<OptionDefinition> options)
    {
        var first = new VersionDefinition(
            dice.Seldom ? days.Near() : new DateOnly(2000, 1, 1), dice.Seldom ? new DateOnly(2030, 1, 1) : null, null, skills.Groups, scorecards, options);
        var announced = first with { EffectiveFrom = days.AsOf.AddDays(dice.Between(1, 60)), EffectiveUntil = null };

        return dice.Rarely && first.EffectiveFrom < announced.EffectiveFrom ? [first, announced] : [first];
    }

    private static CatalogDocument Program(
        ValueList<CredentialDefinition> credentials, ValueList<VersionDefinition> versions, bool areAssociationsFree) =>
        new(
            null,
            new ProgramDefinition("program", Name("Program"), "USD", Keys("developed", "developing"), [new("gold", Name("Gold"), 20), new("silver", Name("Silver"), 10)]),
            credentials,
            [
                new MeasureDefinition("revenue", Name("Revenue"), MeasureKind.Money, "USD"),
                new MeasureDefinition("licences", Name("Licences"), MeasureKind.Money, "JPY"),
                new MeasureDefinition("seats", Name("Seats"), MeasureKind.Count, "seats"),
            ],
            areAssociationsFree ? null : Keys("dpor", "csp"),
            Keys("cloud", "server", "phone"),
            Keys("renewal", "trial"),
            Keys("reseller", "support"),
            [new CompetencyDefinition(Competency, Name("Competency"), null, versions)]);

    private static ValueList<NamedKey> Keys(params string[] keys) => keys.Select(key => new NamedKey(key, Name(key))).ToValueList();

    private static LocalizedText Name(string text) => LocalizedText.English(text);
}
