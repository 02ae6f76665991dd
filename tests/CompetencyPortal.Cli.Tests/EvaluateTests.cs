using System.Text;
using System.Text.Json;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Cli.Tests;

public class EvaluateTests
{
    private const string Good = """{"id":"good","asOf":"2017-12-31"}""";

    private static readonly string[] Brief = [.. CommandRun.Evaluate, "--brief"];

    [Fact]
    public async Task A_brief_result_has_no_reasons()
    {
        var run = await CommandRun.OfAsync(Good, Brief);

        run.ShouldBe(new CommandRun(
            0,
            """
            {"id":"good","asOf":"2017-12-31","market":null,"competency":"cloud-crm","version":"2017-11-16","warnings":[],"options":[{"option":"cloud-crm-reseller","attained":null,"tiers":[{"tier":"silver","status":"undetermined"},{"tier":"gold","status":"undetermined"}]}]}

            """,
            ""));
    }

    [Theory]
    [InlineData("""{"id":"x","asOf":"2017-02-29"}""", "/asOf", "x")]
    [InlineData("""{"asOf":"2017-12-31","people":[{"id":5}],"id":"x"}""", "/people/0/id", "x")]
    [InlineData("""{"id":"x","asOf":""", "", "x")]
    [InlineData("""{"id":5,"asOf":"2017-12-31"}""", "/id", null)]
    [InlineData("no json", "", null)]
    [InlineData("[]", "", null)]
    [InlineData("null", "", null)]
    [InlineData("\0", "", null)]
    [InlineData("{\"id\":\"\0\"}", "", null)]
    [InlineData("""{"id":"x","a\ud800":1}""", @"/a\ud800", "x")]
    public async Task A_bad_line_is_answered_in_its_place(string line, string at, string? id)
    {
        var run = await CommandRun.OfAsync($"{Good}\n{line}\n{Good}\n", Brief);

        run.Status.ShouldBe(1);
        run.Error.ShouldBeEmpty();
        run.Lines.Length.ShouldBe(3);
        run.Lines[2].ShouldBe(run.Lines[0]);
        Fault(run.Lines[1]).ShouldBe((2, id, at));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_answered_in_their_place()
    {
        byte[] input = [.. "{\"id\":\""u8, 0xff, .. "\"}\n"u8, 0xc3, 0x28, .. Encoding.UTF8.GetBytes($"\n{Good}")];

        var run = await CommandRun.OfAsync(input, Brief);

        run.Status.ShouldBe(1);
        run.Lines.Length.ShouldBe(3);
        Fault(run.Lines[0]).ShouldBe((1, null, "/id"));
        Fault(run.Lines[1]).ShouldBe((2, null, ""));
    }

    [Fact]
    public async Task Blank_lines_count_and_marks_and_returns_do_not()
    {
        var run = await CommandRun.OfAsync($"\uFEFF{Good}\r\n\r\n \t\n\nbad\n\n{Good}\r", Brief);

        run.Lines.Length.ShouldBe(3);
        run.Lines[0].ShouldBe(run.Lines[2]);
        Fault(run.Lines[1]).Line.ShouldBe(5);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n\r\n")]
    public async Task Nothing_is_answered_with_nothing(string input)
    {
        (await CommandRun.OfAsync(input, Brief)).ShouldBe(new CommandRun(0, "", ""));
    }

    [Fact]
    public async Task Answers_come_in_the_order_of_the_lines()
    {
        var random = new Random(1);
        var ids = Enumerable.Range(0, 5_000).Select(number => $"{number:D4}{new string('x', random.Next(3) * random.Next(500))}").ToArray();

        var run = await CommandRun.OfAsync(string.Join('\n', ids.Select(id => $$"""{"asOf":"2017-12-31","id":"{{id}}"}""")), Brief);

        run.Lines.Select(line => JsonElement.Parse(line).GetProperty("id").GetString()).ShouldBe(ids);
    }

    [Fact]
    public async Task A_line_of_100_MB_is_answered_like_any_other()
    {
        var length = 100_000_000;
        var spaces = Enumerable.Repeat((byte)' ', length).ToArray();
        byte[] input = [.. "{\"id\":\"long\",\"asOf\":"u8, .. spaces, .. "1}\n"u8, .. Encoding.UTF8.GetBytes(Good)];

        var run = await CommandRun.OfAsync(input, Brief);

        run.Lines.Length.ShouldBe(2);
        Fault(run.Lines[0]).ShouldBe((1, "long", "/asOf"));
    }

    [Theory]
    [InlineData(40, 1)]
    [InlineData(50, 1)]
    [InlineData(51, 2)]
    [InlineData(99, 2)]
    [InlineData(100, 3)]
    [InlineData(1_000, 3)]
    public async Task A_line_beyond_the_limit_is_answered_in_its_place(int limit, int whole)
    {
        using var output = new MemoryStream();
        var input = string.Join('\n', Good, Padded(50), Padded(99));
        var lines = new FactsLines(new Evaluator(Catalog()), "cloud-crm", null, isBrief: true);

        var isRight = await new Pipeline(new Trickle(input), output, limit).RunAsync(lines.Answer, CancellationToken.None);

        var answers = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        isRight.ShouldBe(whole == 3);
        answers.Length.ShouldBe(3);
        answers.Take(whole).ShouldAllBe(answer => answer.StartsWith("""{"id":"good","""));
        answers.Skip(whole).Select(answer => Fault(answer).Line).ShouldBe(Enumerable.Range(whole + 1, 3 - whole).Select(line => (long)line));

        static string Padded(int length) => Good.PadRight(length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_line_that_cannot_be_judged_is_answered_in_its_place(bool isBrief)
    {
        using var output = new MemoryStream();
        var lines = new FactsLines(new Evaluator(Catalog()), "no-such-competency", null, isBrief);

        var isRight = await new Pipeline(new Trickle($"{Good}\nbad\n{Good}"), output).RunAsync(lines.Answer, CancellationToken.None);

        isRight.ShouldBeFalse();
        Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Fault)
            .ShouldBe([(1, "good", ""), (2, null, ""), (3, "good", "")]);
    }

    private static ProgramCatalog Catalog() =>
        ProgramCatalog.Merge([CatalogReader.Read(File.ReadAllBytes(CommandRun.Catalog)).Document.ShouldNotBeNull()]).Catalog.ShouldNotBeNull();

    private static (long Line, string? Id, string? At) Fault(string line)
    {
        var fault = JsonElement.Parse(line);
        fault.EnumerateObject().Select(property => property.Name).ShouldBe(["line", "id", "error", "at"]);
        fault.GetProperty("error").GetString().ShouldNotBeNullOrEmpty();

        return (fault.GetProperty("line").GetInt64(), fault.GetProperty("id").GetString(), fault.GetProperty("at").GetString());
    }

    /// <summary>A text that comes a few bytes at a time.</summary>
    private sealed class Trickle(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 7)], cancellationToken);
    }
}
