using System.Text.RegularExpressions;
using System.Xml.Linq;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Features.Accounts;
using CompetencyPortal.Web.Features.Catalog;
using CompetencyPortal.Web.Features.History;
using CompetencyPortal.Web.Features.Organizations;
using CompetencyPortal.Web.Features.People;
using CompetencyPortal.Web.Features.Portfolio;
using CompetencyPortal.Web.Features.Rates;
using CompetencyPortal.Web.Pages.Revenue;
using CompetencyPortal.Web.Security;
using CompetencyPortal.Web.Tests.Support;

namespace CompetencyPortal.Web.Tests.Localization;

/// <summary>The resources and the source agree: the same keys and placeholders in both languages, none missing, none left over.</summary>
public sealed partial class ResourceTests
{
    private static readonly string[] Steps = ["People", "Passes", "Revenue"];

    private static readonly string[] Differing = ["Competency", "Measure", "Market", "Tier", "Name"];

    private static readonly string[] Units = ["customers", "devices", "seats", "people", "points"];

    private static readonly string[] ErrorKinds = ["Error", "Error.NotFound", "Error.Denied", "Error.BadRequest", "Error.Expired", "Error.TooLarge", "Error.TooMany"];

    private static readonly Dictionary<string, string> English = Read("PortalText.resx");

    private static readonly Dictionary<string, string> Japanese = Read("PortalText.ja.resx");

    /// <summary>What stands in the hole of keys that are put together, as <c>$"Status.{status}"</c> is.</summary>
    private static readonly Dictionary<string, string[]> Computed = new(StringComparer.Ordinal)
    {
        ["Status.{}"] = Enum.GetNames<Status>(),
        ["Flag.Sentence.{}"] = Enum.GetNames<Status>(),
        ["Any.Sentence.{}"] = Enum.GetNames<Status>(),
        ["All.Sentence.{}"] = Enum.GetNames<Status>(),
        ["Person.Reason.{}"] = Enum.GetNames<PersonReason>(),
        ["Entry.Reason.{}"] = Enum.GetNames<EntryReason>(),
        ["Entry.Kind.{}"] = Enum.GetNames<RevenueKind>(),
        ["Month.{}"] = Enum.GetNames<IndexModel.MonthState>(),
        ["Flag.{}"] = Enum.GetNames<AnswerFlag.FlagChoice>(),
        ["Rule.Metric.{}"] = Enum.GetNames<Aggregate>(),
        ["Rule.Part.{}"] = Enum.GetNames<Credit>(),
        ["Rule.Window.{}"] = [nameof(WindowKind.AllTime), nameof(WindowKind.Latest)],
        ["Announced.{}"] = Enum.GetNames<Status>(),
        ["Outlook.{}"] = Enum.GetNames<OutlookCause>(),
        ["Outlook.{}.Unnamed"] = [nameof(OutlookCause.CredentialEnds), nameof(OutlookCause.CredentialStarts)],
        ["RateRow.{}"] = Enum.GetNames<RateRowProblem>(),
        ["History.{}"] = [.. JournalledFields.Shown.Keys.SelectMany(_ => Enum.GetNames<HistoryText.Act>(), (kind, act) => $"{kind}.{act}")],
        ["Unit.{}.One"] = Units,
        ["Unit.{}.Other"] = Units,
        ["Unit.{}.Number"] = ["customers", "devices", "seats"],
        ["Entry.Kind.Count.{}"] = Enum.GetNames<RevenueKind>(),
        ["Catalog.Version.{}"] = Enum.GetNames<VersionState>(),
        ["Catalog.State.{}"] = Enum.GetNames<VersionState>(),
        ["Credential.Kind.{}"] = Enum.GetNames<CredentialKind>(),
        ["Difference.{}.Added"] = Differing,
        ["Difference.{}.Changed"] = Differing,
        ["Difference.{}.Removed"] = Differing,
        ["Difference.Version.{}"] = [.. Enum.GetNames<VersionState>(), "Changed", "Removed"],
        ["Difference.Field.{}"] = ["Title", "Kind", "AvailableFrom", "RetiredOn", "AcceptedUntil", "ValidForMonths", "Cost"],
        ["Start.{}"] = Steps,
        ["Start.{}.Text"] = Steps,
        ["Start.{}.Done"] = Steps,
        ["Start.{}.Action"] = Steps,
        ["Portfolio.Sort.{}"] = Enum.GetNames<PortfolioSort>(),
        ["Portfolio.State.{}"] = Enum.GetNames<PortfolioState>(),
        ["Portfolio.State.{}.Hint"] = Enum.GetNames<PortfolioState>(),
        ["{}.Cost"] = ["Leaving.Lost", "Leaving.Changed", "Leaving.Deleted", "Leaving.PassDeleted"],
        ["Role.{}"] = [.. Roles.All],
        ["AccountState.{}"] = Enum.GetNames<AccountState>(),
        ["{}.Title"] = ErrorKinds,
        ["{}.Text"] = ErrorKinds,
        ["Person.{}.Duplicate"] = [nameof(PersonInput.Name), nameof(PersonInput.Email), nameof(PersonInput.EmployeeNumber), nameof(PersonInput.CertificationId)],
        ["Validation.{}"] = ["EmailValidator", "EnumValidator", "MaximumLengthValidator", "MinimumLengthValidator", "NotEmptyValidator", "NotNullValidator"],
    };

    private static readonly string Source = string.Join('\n', Directory.EnumerateFiles(Repository.Web, "*.cs*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml")
        .Select(File.ReadAllText));

    [Fact]
    public void Both_languages_have_the_same_keys()
    {
        English.Keys.Except(Japanese.Keys, StringComparer.Ordinal).ShouldBeEmpty("missing in Japanese");
        Japanese.Keys.Except(English.Keys, StringComparer.Ordinal).ShouldBeEmpty("missing in English");
    }

    [Fact]
    public void Both_languages_have_the_same_placeholders()
    {
        var different = English.Keys.Where(key => !Placeholders(English[key]).SetEquals(Placeholders(Japanese[key])));

        different.ShouldBeEmpty();
    }

    [Fact]
    public void No_text_is_empty() => English.Concat(Japanese).Where(text => text.Value.Length == 0).ShouldBeEmpty();

    [Fact]
    public void Every_key_in_use_exists() => Required().Except(English.Keys, StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void Every_key_is_in_use() => English.Keys.Except([.. Required(), .. Found(Quoted())], StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void Every_key_that_is_put_together_is_known_here() =>
        Found(PutTogether())
            .Select(key => Hole().Replace(key, "{}"))
            .Where(key => key.Contains('.', StringComparison.Ordinal))
            .Except([.. Computed.Keys, "{}.One", "{}.Other"], StringComparer.Ordinal)
            .ShouldBeEmpty();

    /// <summary>The keys that the source surely asks for.</summary>
    private static IEnumerable<string> Required() =>
    [
        .. Found(Indexed()),
        .. Found(Attributes()),
        .. Found(Counted()).SelectMany(key => new[] { $"{key}.One", $"{key}.Other" }),
        .. Computed.SelectMany(key => key.Value.Select(value => key.Key.Replace("{}", value, StringComparison.Ordinal))),
    ];

    private static IEnumerable<string> Found(Regex pattern) => pattern.Matches(Source).Select(match => match.Groups["key"].Value);

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value)];

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Repository.Web, "Localization", file)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    [GeneratedRegex(@"\{\w+", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex("\\{[^}]+\\}", RegexOptions.None, 1000)]
    private static partial Regex Hole();

    /// <summary>Any text in quotation marks: keys are also chosen by conditions and passed on.</summary>
    [GeneratedRegex("\"(?<key>[A-Z][A-Za-z.]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("[Tt]ext\\[\"(?<key>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Indexed();

    [GeneratedRegex("[Tt]ext\\.Count\\(\\s*\"(?<key>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Counted();

    [GeneratedRegex("(?:label|hint)=\"(?<key>[A-Z][A-Za-z.]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Attributes();

    [GeneratedRegex("\\$\"(?<key>(?:[A-Z]\\w*\\.)*\\{[^}\"]+\\}(?:\\.[A-Z]\\w*)*)\"", RegexOptions.None, 1000)]
    private static partial Regex PutTogether();
}
