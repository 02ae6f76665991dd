using System.Text.Json;

namespace CompetencyPortal.Cli.Tests;

public class ArgumentTests
{
    private const string Facts = """{"id":"contoso","asOf":"2017-12-31"}""";

    [Theory]
    [InlineData()]
    [InlineData("evaluate")]
    [InlineData("evaluate", "--competency", "cloud-crm")]
    [InlineData("evaluate", "--catalog", "a", "--catalog", "b", "--competency", "cloud-crm")]
    [InlineData("evaluate", "--catalog", "a", "--competency", "cloud-crm", "--long")]
    [InlineData("catalog")]
    [InlineData("catalog", "validate")]
    [InlineData("assess")]
    public async Task Arguments_that_are_wrong_are_answered_with_the_usage(params string[] arguments)
    {
        var run = await CommandRun.OfAsync(Facts, arguments);

        run.Status.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("Usage:");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("evaluate", "--help")]
    [InlineData("catalog", "validate", "--help")]
    public async Task Help_is_no_error(params string[] arguments)
    {
        var run = await CommandRun.OfAsync("", arguments);

        run.Status.ShouldBe(0);
        run.Output.ShouldContain("Usage:");
        run.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("'crm'", "cloud-crm", "crm", null)]
    [InlineData("'reseller'", "cloud-crm-reseller", "cloud-crm", "reseller")]
    [InlineData("'Cloud-CRM'", "cloud-crm", "Cloud-CRM", null)]
    public async Task An_unknown_key_is_refused_with_those_there_are(string unknown, string known, string competency, string? option)
    {
        string[] limit = option is null ? [] : ["--option", option];

        var run = await CommandRun.OfAsync(Facts, ["evaluate", "--catalog", CommandRun.Catalog, "--competency", competency, .. limit]);

        run.Status.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(unknown);
        run.Error.ShouldContain(known);
    }

    [Fact]
    public async Task An_option_limits_the_result_to_it()
    {
        string[] evaluate =
            ["evaluate", "--catalog", CommandRun.PathOf("catalogs/data-analytics.json"), "--competency", "data-analytics", "--brief"];

        var all = Options(await CommandRun.OfAsync(Facts, evaluate));
        var last = Options(await CommandRun.OfAsync(Facts, [.. evaluate, "--option", all[^1]]));

        all.Length.ShouldBeGreaterThan(1);
        last.ShouldBe([all[^1]]);
    }

    private static string[] Options(CommandRun run) =>
        [.. JsonElement.Parse(run.Output).GetProperty("options").EnumerateArray().Select(option => option.GetProperty("option").ToString())];
}
