using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Standings;

namespace CompetencyPortal.Domain.Tests.Standings;

public class StandingTests
{
    private static readonly DateOnly Today = new(2017, 11, 30);
    private static readonly StandingBasis Basis = new(Today, 7, 2, 3);

    [Fact]
    public void Storing_again_keeps_a_tiers_row_and_drops_what_is_gone()
    {
        var standing = Stored(Tier("silver", Status.NotMet), Tier("gold", Status.NotMet));
        var silver = standing.Tiers[0].Id;

        standing.Store(Basis, [], Outcome(Tier("silver", Status.Met)), DateTime.UnixEpoch);

        var tier = standing.Tiers.ShouldHaveSingleItem();
        (tier.Id, tier.Status).ShouldBe((silver, Status.Met));
    }

    [Fact]
    public void A_standing_names_the_currencies_it_was_made_from_in_order()
    {
        var standing = Stored();

        standing.Store(Basis, ["USD", "JPY"], Outcome(), DateTime.UnixEpoch);

        standing.Currencies.ShouldBe("JPY USD");
    }

    [Fact]
    public void The_columns_of_the_next_tier_say_what_it_misses()
    {
        var silver = Tier("silver", Status.Met);
        var gold = silver with { Tier = "gold", Rank = 2, Status = Status.Undetermined, Shortfall = 180_000, FilledPlaces = 3, Places = 4, OpenPlaces = 1 };
        var standing = Stored();

        standing.Store(Basis, [], Outcome(silver, gold) with { Headline = silver, Next = gold }, DateTime.UnixEpoch);

        (standing.Headline, standing.Rank, standing.NextTier, standing.NextStatus).ShouldBe(("silver", 1, "gold", Status.Undetermined));
        (standing.NextShortfall, standing.NextOpenPlaces).ShouldBe((180_000, 1));
    }

    [Fact]
    public void At_the_top_there_is_no_next_tier()
    {
        var standing = Stored();

        standing.Store(Basis, [], Outcome() with { Headline = Tier("silver", Status.Met) }, DateTime.UnixEpoch);

        (standing.NextTier, standing.NextStatus, standing.NextShortfall, standing.NextOpenPlaces).ShouldBe((null, null, null, null));
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

        StandingOutcome.Of(result, [], null, Catalog()).Headline.ShouldNotBeNull().Tier.ShouldBe("gold");
        StandingOutcome.Of(Result(Option("one", ("silver", Status.Undetermined))), [], null, Catalog()).Headline.ShouldBeNull();
    }

    [Fact]
    public void The_next_tier_is_of_the_option_that_goes_furthest()
    {
        var result = Result(Option("one", ("silver", Status.NotMet), ("gold", Status.NotMet)), Option("two", ("silver", Status.Met), ("gold", Status.NotMet)));

        var next = StandingOutcome.Of(result, [], null, Catalog()).Next.ShouldNotBeNull();

        (next.Option, next.Tier).ShouldBe(("two", "gold"));
    }

    [Fact]
    public void Nothing_is_next_above_the_highest_tier_that_is_met()
    {
        StandingOutcome.Of(Result(Option("one", ("silver", Status.NotMet), ("gold", Status.Met))), [], null, Catalog()).Next.ShouldBeNull();
        StandingOutcome.Of(Result(), [], null, Catalog()).Next.ShouldBeNull();
    }

    [Theory]
    [InlineData("2018-02-14", null, "2018-02-14")]
    [InlineData(null, Status.NotMet, "2017-12-31")]
    [InlineData(null, Status.Undetermined, "2017-12-31")]
    [InlineData("2018-02-14", Status.NotMet, "2017-12-31")]
    [InlineData("2017-12-15", Status.NotMet, "2017-12-15")]
    [InlineData("2018-02-14", Status.Met, null)]
    [InlineData("2017-12-31", Status.Met, null)]
    [InlineData("2017-12-30", Status.Met, "2017-12-30")]
    [InlineData(null, Status.Met, null)]
    public void A_tier_holds_until_its_outlook_or_new_rules_end_it(string? outlook, Status? announced, string? until)
    {
        var result = Result(new OptionResult("one", "silver", [Met("silver", outlook)]));
        ValueList<EvaluationResult> later = announced is { } status ? [Result(Option("one", ("silver", status))) with { AsOf = new DateOnly(2018, 1, 1) }] : [];

        $"{StandingOutcome.Of(result, later, null, Catalog()).HoldsUntil:O}".ShouldBe(until ?? "");
    }

    [Fact]
    public void The_first_rules_that_end_a_tier_count_and_a_higher_tier_keeps_it()
    {
        var result = Result(new OptionResult("one", "silver", [Met("silver", null)]));
        var gold = Result(Option("two", ("gold", Status.Met))) with { AsOf = new DateOnly(2018, 1, 1) };
        var nothing = Result() with { AsOf = new DateOnly(2018, 7, 1) };

        StandingOutcome.Of(result, [gold, nothing, nothing with { AsOf = new DateOnly(2019, 1, 1) }], null, Catalog()).HoldsUntil.ShouldBe(new DateOnly(2018, 6, 30));
    }

    [Fact]
    public void Rules_that_keep_a_tier_give_it_their_own_last_day()
    {
        var result = Result(new OptionResult("one", "silver", [Met("silver", "2018-02-14")]));
        var milder = Result(new OptionResult("one", "silver", [Met("silver", "2018-02-28")])) with { AsOf = new DateOnly(2018, 1, 1) };

        StandingOutcome.Of(result, [milder], null, Catalog()).HoldsUntil.ShouldBe(new DateOnly(2018, 2, 28));
    }

    [Fact]
    public void Of_several_options_by_which_a_tier_is_met_the_longest_counts()
    {
        var shorter = new OptionResult("one", "silver", [Met("silver", "2018-02-14")]);
        var longer = new OptionResult("two", "silver", [Met("silver", "2018-03-31")]);
        var endless = new OptionResult("three", "silver", [Met("silver", null)]);

        StandingOutcome.Of(Result(shorter, longer), [], null, Catalog()).HoldsUntil.ShouldBe(new DateOnly(2018, 3, 31));
        StandingOutcome.Of(Result(shorter, endless), [], null, Catalog()).HoldsUntil.ShouldBeNull();
    }

    [Fact]
    public void Where_no_tier_is_met_none_ends()
    {
        var announced = Result() with { AsOf = new DateOnly(2018, 1, 1) };

        StandingOutcome.Of(Result(Option("one", ("silver", Status.NotMet))), [announced], null, Catalog()).HoldsUntil.ShouldBeNull();
    }

    [Fact]
    public void The_size_of_the_next_tiers_plan_is_kept()
    {
        var plan = new Plan(PlanStatus.Possible, 2.5m, 1);
        var gold = Option("one", ("gold", Status.NotMet)).Tiers[0];
        var standing = Stored();

        standing.Store(Basis, [], StandingOutcome.Of(Result(new OptionResult("one", null, [gold with { Plan = plan }])), [], null, Catalog()), DateTime.UnixEpoch);
        (standing.NextPlanCost, standing.NextPlanNewPeople).ShouldBe((2.5m, 1));

        var impossible = gold with { Plan = new Plan(PlanStatus.Impossible, null, null) };
        standing.Store(Basis, [], StandingOutcome.Of(Result(new OptionResult("one", null, [impossible])), [], null, Catalog()), DateTime.UnixEpoch);
        (standing.NextPlanCost, standing.NextPlanNewPeople).ShouldBe((null, null));
    }

    private static TierResult Met(string tier, string? holdsUntil)
    {
        return Option("any", (tier, Status.Met)).Tiers[0] with { HoldsUntil = holdsUntil is null ? null : Days.Day(holdsUntil) };
    }

    private static Standing Stored(params IReadOnlyList<TierOutcome> tiers)
    {
        var standing = new Standing(Guid.CreateVersion7(), Guid.CreateVersion7(), "cloud-crm");
        standing.Store(Basis, [], Outcome(tiers), DateTime.UnixEpoch);

        return standing;
    }

    private static StandingOutcome Outcome(params IReadOnlyList<TierOutcome> tiers)
    {
        return new StandingOutcome(Today, "{}", null, null, null, tiers);
    }

    private static StandingOutcome Outcome(decimal value, decimal shortfall)
    {
        var metric = new MetricResult(
            "", Status.NotMet, "revenue", value, 100_000, shortfall, "USD", new WindowDays(null, Today), 0, ValueMap.Empty<EntryReason, int>());

        return StandingOutcome.Of(Result(new OptionResult("one", null, [new TierResult("silver", Status.NotMet, metric)])), [], null, Catalog());
    }

    private static TierOutcome Tier(string tier, Status status)
    {
        return new TierOutcome(0, "reseller", tier, 1, status, null, null, 0, 0);
    }

    private static EvaluationResult Result(params OptionResult[] options)
    {
        return new EvaluationResult(null, Today, "developed", "cloud-crm", Today, [], options.ToValueList());
    }

    private static OptionResult Option(string key, params (string Tier, Status Status)[] tiers)
    {
        return new OptionResult(key, tiers.LastOrDefault(tier => tier.Status == Status.Met).Tier, tiers.Select(tier => new TierResult(tier.Tier, tier.Status, new AllResult("", tier.Status, []))).ToValueList());
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
