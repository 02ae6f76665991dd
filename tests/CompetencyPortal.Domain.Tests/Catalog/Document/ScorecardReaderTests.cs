using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Domain.Tests.Catalog.Document;

public class ScorecardReaderTests
{
    private const string Silver = SmallDocument.Silver;
    private const string Scorecards = $"{SmallDocument.Version}/scorecards";
    private const string Growth = $"{Scorecards}/0/parts/0";
    private const string Heads = $"{Scorecards}/0/parts/1";
    private const string Certified = $"{Scorecards}/0/parts/2";

    [Fact]
    public void A_scorecard_is_read_to_the_last_detail()
    {
        var reading = CatalogReader.Read(new SmallDocument().ToString());

        reading.Errors.ShouldBeEmpty();
        var scorecard = reading.Document.ShouldNotBeNull().Competencies[0].Versions[0].Scorecards.ShouldHaveSingleItem();
        scorecard.ShouldBe(new ScorecardDefinition("points",
        [
            new MetricPart(
                "growth",
                LocalizedText.English("Growth"),
                40,
                new MetricDefinition("revenue", MetricWindow.Trailing(12), Aggregate.MonthlyAverage, ["cloud"], ["dpor"], ["renewal"]),
                new MarketThreshold(new Dictionary<string, decimal>(StringComparer.Ordinal) { ["developed"] = 1000 }.ToValueMap()),
                Credit.AllOrNothing),
            new HeadcountPart("heads", LocalizedText.English("People"), 20, new HoldsCredential("A1"), PointsPerPerson: 4, Target: null),
            new HeadcountPart("certified", LocalizedText.English("Certified"), 10.5m, new HoldsAny([new HoldsCredential("A1")]), PointsPerPerson: null, new PlainThreshold(3)),
        ]));
    }

    [Theory]
    [InlineData("""{"scorecard":"points","atLeast":60.5,"everyPartAbove":0}""", 60.5, 0.0)]
    [InlineData("""{"scorecard":"points","atLeast":0}""", 0.0, null)]
    public void A_score_is_read(string json, double atLeast, double? everyPartAbove)
    {
        var reading = CatalogReader.Read(new SmallDocument().With(Silver, $$"""{"key":"total","label":{"en":"Points"},"score":{{json}}}""").ToString());

        reading.Document.ShouldNotBeNull().Competencies[0].Versions[0].Options[0].Tiers[0].Requirement
            .ShouldBe(new ScoreRequirement("total", LocalizedText.English("Points"), "points", (decimal)atLeast, (decimal?)everyPartAbove));
    }

    [Theory]
    [InlineData("a scorecard without key", $"{Scorecards}/0/key")]
    [InlineData("a scorecard without parts", $"{Scorecards}/0/parts")]
    [InlineData("a part without key", $"{Growth}/key")]
    [InlineData("a part without name", $"{Heads}/name")]
    [InlineData("a part without points", $"{Growth}/maxPoints")]
    [InlineData("a metric without target", $"{Growth}/target")]
    [InlineData("a metric without measure", $"{Growth}/metric/measure")]
    [InlineData("a metric without window", $"{Growth}/metric/window")]
    [InlineData("a headcount of nobody", $"{Heads}/headcount/holds")]
    public void What_is_missing_is_an_error_where_it_should_stand(string what, string pointer)
    {
        var reading = CatalogReader.Read(new SmallDocument().Without(pointer).ToString());

        reading.Errors.ShouldBe([new CatalogError(pointer, "Missing.")], what);
    }

    [Theory]
    [InlineData("an unknown property of a scorecard", $"{Scorecards}/0/name", "1")]
    [InlineData("an unknown property of a part", $"{Growth}/points", "1")]
    [InlineData("a threshold in a part's metric", $"{Growth}/metric/atLeast", "1")]
    [InlineData("an unknown property of a headcount", $"{Heads}/headcount/count", "1")]
    [InlineData("a scorecard without any part", $"{Scorecards}/0/parts", "[]")]
    [InlineData("a part worth nothing", $"{Growth}/maxPoints", "0")]
    [InlineData("a fifth decimal of points", $"{Growth}/maxPoints", "0.00001")]
    [InlineData("a person worth nothing", $"{Heads}/headcount/pointsPerPerson", "0")]
    [InlineData("a negative target", $"{Growth}/target", "-1")]
    [InlineData("a target without market", $"{Growth}/target", "{}")]
    [InlineData("a credit nobody knows", $"{Growth}/credit", "\"half\"")]
    [InlineData("a part of two kinds", $"{Growth}/headcount", """{"holds":"AB"}""", Growth)]
    [InlineData("a part of no kind", Growth, """{"key":"growth","name":{"en":"Growth"},"maxPoints":1,"target":1}""")]
    [InlineData("a headcount with target and points", $"{Heads}/target", "1", Heads)]
    [InlineData("a headcount with neither", $"{Certified}/headcount", """{"holds":"AB"}""", null, "/target")]
    [InlineData("a score below 0", Silver, """{"score":{"scorecard":"points","atLeast":-1}}""", $"{Silver}/score/atLeast")]
    [InlineData("a score without number", Silver, """{"score":{"scorecard":"points"}}""", $"{Silver}/score/atLeast")]
    [InlineData("a score of no scorecard", Silver, """{"score":{"atLeast":1}}""", $"{Silver}/score/scorecard")]
    [InlineData("parts above a number below 0", Silver, """{"score":{"scorecard":"points","atLeast":1,"everyPartAbove":-0.1}}""", $"{Silver}/score/everyPartAbove")]
    [InlineData("a score beside a flag", Silver, """{"score":{"scorecard":"points","atLeast":1},"flag":{"key":"reseller"}}""")]
    public void A_wrong_shape_is_an_error_at_its_place(string what, string pointer, string json, string? at = null, string? without = null)
    {
        var changed = new SmallDocument().With(pointer, json);

        if (without is not null)
        {
            changed.Without($"{Certified}{without}");
            at = Certified;
        }

        CatalogReader.Read(changed.ToString()).Errors.Select(error => error.Pointer).ShouldBe([at ?? pointer], what);
    }

    [Theory]
    [InlineData("a scorecard that stands twice", $"{Scorecards}/1", """{"key":"points","parts":[{"key":"x","name":{"en":"x"},"maxPoints":1,"target":1,"headcount":{"holds":"AB"}}]}""", $"{Scorecards}/1/key")]
    [InlineData("a part that stands twice", $"{Heads}/key", "\"growth\"")]
    [InlineData("an unknown scorecard", Silver, """{"score":{"scorecard":"marks","atLeast":1}}""", $"{Silver}/score/scorecard")]
    [InlineData("an unknown measure", $"{Growth}/metric/measure", "\"profit\"")]
    [InlineData("an unknown product", $"{Growth}/metric/products/0", "\"phone\"")]
    [InlineData("an unknown association", $"{Growth}/metric/associations/0", "\"friend\"")]
    [InlineData("an unknown tag", $"{Growth}/metric/excludeTags/0", "\"gift\"")]
    [InlineData("an unknown market of a metric's target", $"{Growth}/target/emerging", "1")]
    [InlineData("an unknown market of a headcount's target", $"{Certified}/target", """{"emerging":1}""", $"{Certified}/target/emerging")]
    [InlineData("an unknown credential", $"{Certified}/headcount/holds/anyOf/0", "\"A9\"")]
    [InlineData("an unknown group", $"{Heads}/headcount/holds", """{"group":"group-c"}""", $"{Heads}/headcount/holds/group")]
    public void What_does_not_hold_together_is_an_error_at_its_place(string what, string pointer, string json, string? at = null)
    {
        var changed = new SmallDocument().With(pointer, json);

        CatalogReader.Read(changed.ToString()).Errors.Select(error => error.Pointer).ShouldBe([at ?? pointer], what);
    }

    [Fact]
    public void A_version_without_scorecards_has_none()
    {
        var reading = CatalogReader.Read(new SmallDocument().Without(Scorecards).ToString());

        reading.Document.ShouldNotBeNull().Competencies[0].Versions[0].Scorecards.ShouldBeEmpty();
    }
}
