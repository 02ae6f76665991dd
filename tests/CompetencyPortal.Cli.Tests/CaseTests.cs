using System.Text.Json;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Cli.Tests;

/// <summary>The cases through the command line. That the reasons in a requirement are true is tested where they are made.</summary>
public sealed class CaseTests(CaseTests.Answers answers) : IClassFixture<CaseTests.Answers>
{
    private static readonly string[] FactsLines = File.ReadAllLines(CommandRun.PathOf("Cases/cloud-crm/facts.ndjson"));

    private static readonly JsonElement[] Expected =
        [.. File.ReadLines(CommandRun.PathOf("Cases/cloud-crm/expected.ndjson")).Select(line => JsonElement.Parse(line))];

    public static TheoryData<string> Ids => [.. Expected.Select(Id)];

    [Fact]
    public void Every_case_is_answered_with_its_whole_result()
    {
        var results = FactsLines
            .Select(line => FactsReader.Read(line, answers.Program).Facts.ShouldNotBeNull())
            .Select(facts => EvaluationJson.Serialize(answers.Evaluator.Evaluate("cloud-crm", facts)));

        answers.Run.Status.ShouldBe(0);
        answers.Run.Error.ShouldBeEmpty();
        answers.Run.Lines.ShouldBe(results);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Version_tiers_and_statuses_are_the_expected(string id)
    {
        var (answer, expected, _) = Case(id);

        Head(answer).ShouldBe(Head(expected));

        static string[] Head(JsonElement result) =>
        [
            Text(result, "id", "asOf", "competency", "version"),
            .. from option in Items(result, "options")
               from tier in Items(option, "tiers")
               select $"{Text(option, "option", "attained")} {Text(tier, "tier", "status")}",
        ];
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_lies_ahead_of_a_tier_that_is_met_is_the_expected(string id)
    {
        var (answer, expected, _) = Case(id);

        Ahead(answer).ShouldBe(Ahead(expected));

        static string[] Ahead(JsonElement result) =>
            [.. Tiers(result, isMet: true).Select(tier => $"{Text(tier, "holdsUntil")}: {Ordered(tier, "criticalPeople", person => person.ToString())}")];
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_plan_of_a_tier_that_is_not_met_costs_and_leaves_what_is_expected(string id)
    {
        var (answer, expected, _) = Case(id);

        Plans(answer).ShouldBe(Plans(expected));

        static string[] Plans(JsonElement result) => [.. Tiers(result, isMet: false).Select(tier => Plan(tier.GetProperty("plan")))];

        static string Plan(JsonElement plan) =>
            $"{Text(plan, "status")} {Number(plan, "cost")} {Number(plan, "newPeople")} {Ordered(plan, "amounts", Amount)} {Ordered(plan, "flags", flag => flag.ToString())}";

        static string Amount(JsonElement amount) => $"{Text(amount, "at", "measure", "unit")} {Number(amount, "missing")}";
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_steps_of_a_plan_can_be_taken_and_fill_the_seats(string id)
    {
        var (answer, _, line) = Case(id);
        var facts = FactsReader.Read(line, answers.Program).Facts.ShouldNotBeNull();
        var result = answer.Deserialize<EvaluationResult>(EvaluationJson.Options).ShouldNotBeNull();

        foreach (var tier in result.Options.SelectMany(option => option.Tiers).Where(tier => tier.Plan is not null))
        {
            var steps = new PlannedSteps(answers.Program, facts, tier.Plan.ShouldNotBeNull());
            steps.Check();
            var after = answers.Evaluator.Evaluate("cloud-crm", steps.Taken());
            after.Options.SelectMany(option => option.Tiers).Single(each => each.Tier == tier.Tier)
                .Requirement.Leaves().OfType<StaffingResult>().ShouldAllBe(staffing => staffing.Status == Status.Met);
        }
    }

    [Fact]
    public async Task The_program_as_a_process_answers_the_same()
    {
        using var process = CommandRun.Start(CommandRun.Evaluate);
        var reading = process.StandardOutput.ReadToEndAsync();

        await process.StandardInput.WriteAsync(string.Join('\n', FactsLines));
        process.StandardInput.Close();

        (await reading).ShouldBe(answers.Run.Output);
    }

    private (JsonElement Answer, JsonElement Expected, string Line) Case(string id)
    {
        var index = Array.FindIndex(Expected, expected => Id(expected) == id);

        return (answers.Results[index], Expected[index], FactsLines[index]);
    }

    private static string Id(JsonElement result) => result.GetProperty("id").ToString();

    private static JsonElement.ArrayEnumerator Items(JsonElement owner, string property) => owner.GetProperty(property).EnumerateArray();

    private static IEnumerable<JsonElement> Tiers(JsonElement result, bool isMet) =>
        Items(result, "options").SelectMany(option => Items(option, "tiers")).Where(tier => tier.GetProperty("status").ValueEquals("met") == isMet);

    // A null reads otherwise than an empty text.
    private static string Text(JsonElement owner, params string[] properties) =>
        string.Join(' ', properties.Select(property => owner.GetProperty(property).GetRawText()));

    private static string Ordered(JsonElement owner, string property, Func<JsonElement, string> text) =>
        owner.TryGetProperty(property, out var items)
            ? string.Join(", ", items.EnumerateArray().Select(text).Order(StringComparer.Ordinal))
            : "";

    private static decimal? Number(JsonElement owner, string property) =>
        owner.TryGetProperty(property, out var number) ? number.Deserialize<decimal?>() : null;

    /// <summary>What one run of the program says to all cases.</summary>
    public sealed class Answers : IAsyncLifetime
    {
        internal CommandRun Run { get; private set; } = new(0, "", "");

        internal ProgramCatalog Program { get; } =
            ProgramCatalog.Merge([CatalogReader.Read(File.ReadAllBytes(CommandRun.Catalog)).Document.ShouldNotBeNull()]).Catalog.ShouldNotBeNull();

        internal Evaluator Evaluator => field ??= new Evaluator(Program);

        internal JsonElement[] Results { get; private set; } = [];

        public async Task InitializeAsync()
        {
            Run = await CommandRun.OfAsync(string.Join('\n', FactsLines), CommandRun.Evaluate);
            Results = [.. Run.Lines.Select(line => JsonElement.Parse(line))];
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
