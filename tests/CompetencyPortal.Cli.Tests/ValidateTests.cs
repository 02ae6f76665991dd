using System.Text;

namespace CompetencyPortal.Cli.Tests;

public sealed class ValidateTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public static TheoryData<string> Shipped =>
        [.. Directory.GetFiles(CommandRun.PathOf("catalogs"), "*.json").Select(file => Path.GetFileName(file))];

    public void Dispose() => File.Delete(_file);

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task A_shipped_document_is_right(string document)
    {
        var run = await CommandRun.OfAsync("", "catalog", "validate", CommandRun.PathOf($"catalogs/{document}"));

        run.ShouldBe(new CommandRun(0, "", ""));
    }

    [Fact]
    public async Task Every_error_is_a_line_of_pointer_and_message()
    {
        var document = await File.ReadAllTextAsync(CommandRun.Catalog);
        await File.WriteAllTextAsync(_file, document.Replace("\"measure\": \"crm-net-new-revenue\"", "\"measure\": \"renewals\"", StringComparison.Ordinal));

        var run = await CommandRun.OfAsync("", "catalog", "validate", _file);

        run.Status.ShouldBe(1);
        run.Lines.Length.ShouldBeGreaterThan(1);
        run.Lines.ShouldAllBe(line => line.StartsWith('/') && line.Split('\t', StringSplitOptions.None).Length == 2);
        run.Lines.ShouldAllBe(line => line.Contains("/measure\t"));
        run.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "\t")]
    [InlineData("{", "\t")]
    [InlineData("""{"a\nb":1}""", "/a b\t")]
    [InlineData("[[[[]]]]", "\t")]
    public async Task What_is_no_document_is_one_error(string document, string start)
    {
        await File.WriteAllBytesAsync(_file, Encoding.UTF8.GetBytes(document));

        var run = await CommandRun.OfAsync("", "catalog", "validate", _file);

        run.Status.ShouldBe(1);
        run.Lines.ShouldHaveSingleItem().ShouldStartWith(start);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused()
    {
        var run = await CommandRun.OfAsync("", "catalog", "validate", $"{_file}.none");

        run.Status.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(".none");
    }

    [Fact]
    public async Task Facts_are_not_judged_by_a_document_with_errors()
    {
        await File.WriteAllTextAsync(_file, "{}");

        var run = await CommandRun.OfAsync("{}", "evaluate", "--catalog", _file, "--competency", "cloud-crm");

        run.Status.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldStartWith("/");
    }
}
