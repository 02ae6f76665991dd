using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Standings;

namespace CompetencyPortal.Domain.Tests.Standings;

public class StandingTests
{
    private static readonly DateOnly Today = new(2017, 11, 30);
    private static readonly StandingBasis Basis = new(Today, 7, 2, 3);

    [Fact]
    public void A_standing_holds_until_the_day_before_the_next_change()
    {
        var standing = Stored(nextChangeOn: Today.AddDays(10));

        standing.Holds(Basis with { AsOf = Today.AddDays(-1) }).ShouldBeFalse();
        standing.Holds(Basis).ShouldBeTrue();
        standing.Holds(Basis with { AsOf = Today.AddDays(9) }).ShouldBeTrue();
        standing.Holds(Basis with { AsOf = Today.AddDays(10) }).ShouldBeFalse();
    }

    [Fact]
    public void A_standing_without_a_next_change_holds_on()
    {
        Stored(nextChangeOn: null).Holds(Basis with { AsOf = Today.AddYears(10) }).ShouldBeTrue();
    }

    [Fact]
    public void A_standing_falls_with_what_it_was_made_from()
    {
        var standing = Stored(nextChangeOn: null);

        standing.Holds(Basis with { FactsVersion = 8 }).ShouldBeFalse();
        standing.Holds(Basis with { CatalogRevision = 3 }).ShouldBeFalse();
        standing.Holds(Basis with { RatesVersion = 4 }).ShouldBeFalse();
    }

    [Fact]
    public void Storing_again_keeps_a_tiers_row_and_drops_what_is_gone()
    {
        var standing = Stored(null, Tier("silver", Status.NotMet), Tier("gold", Status.NotMet));
        var silver = standing.Tiers[0].Id;

        standing.Store(Basis, new StandingOutcome(Today, "{}", "silver", null, [Tier("silver", Status.Met)]), DateTime.UnixEpoch);

        var tier = standing.Tiers.ShouldHaveSingleItem();
        (tier.Id, tier.Status).ShouldBe((silver, Status.Met));
        standing.Headline.ShouldBe("silver");
    }

    [Fact]
    public void An_actual_is_rounded_down_and_a_shortfall_up()
    {
        var outcome = Outcome(99_999.99999m, 0.00001m);

        (outcome.Tiers[0].Actual, outcome.Tiers[0].Shortfall).ShouldBe((99_999.9999m, 0.0001m));
    }

    [Fact]
    public void Absurd_numbers_stay_inside_their_column()
    {
        Outcome(decimal.MaxValue, 0).Tiers[0].Actual.ShouldBe(100_000_000_000_000m);
    }

    [Fact]
    public void The_headline_is_the_highest_tier_that_is_met()
    {
        var result = Result(Option("one", ("silver", Status.Met), ("gold", Status.NotMet)), Option("two", ("silver", Status.NotMet), ("gold", Status.Met)));

        StandingOutcome.Of(result, null, Catalog()).Headline.ShouldBe("gold");
        StandingOutcome.Of(Result(Option("one", ("silver", Status.Undetermined))), null, Catalog()).Headline.ShouldBeNull();
    }

    private static Standing Stored(DateOnly? nextChangeOn, params IReadOnlyList<TierOutcome> tiers)
    {
        var standing = new Standing(Guid.CreateVersion7(), Guid.CreateVersion7(), "cloud-crm");
        standing.Store(Basis, new StandingOutcome(Today, "{}", null, nextChangeOn, tiers), DateTime.UnixEpoch);

        return standing;
    }

    private static TierOutcome Tier(string tier, Status status)
    {
        return new TierOutcome(0, "reseller", tier, 1, status, null, null, 0, 0);
    }

    private static StandingOutcome Outcome(decimal value, decimal shortfall)
    {
        var metric = new MetricResult(
            "", Status.NotMet, "revenue", value, 100_000, shortfall, "USD", new WindowDays(null, Today), 0, ValueMap.Empty<EntryReason, int>());

        return StandingOutcome.Of(Result(new OptionResult("one", null, [new TierResult("silver", Status.NotMet, metric)])), null, Catalog());
    }

    private static EvaluationResult Result(params OptionResult[] options)
    {
        return new EvaluationResult(null, Today, "developed", "cloud-crm", Today, [], options.ToValueList());
    }

    private static OptionResult Option(string key, params (string Tier, Status Status)[] tiers)
    {
        return new OptionResult(key, null, tiers.Select(tier => new TierResult(tier.Tier, tier.Status, new AllResult("", tier.Status, []))).ToValueList());
    }

    private static ProgramCatalog Catalog()
    {
        var name = LocalizedText.English("Name");
        var document = new CatalogDocument(
            null,
            new ProgramDefinition("program", name, "USD", [new NamedKey("developed", name)], [new TierDefinition("silver", name, 1), new TierDefinition("gold", name, 2)]),
            [],
            [new MeasureDefinition("revenue", name, MeasureKind.Money, "USD")],
            null,
            null,
            null,
            null,
            []);

        return ProgramCatalog.Merge([document]).Catalog.ShouldNotBeNull();
    }
}
